package com.example;

import com.example.models.klingvideo30omnipro.KlingVideo30OmniPro;
import com.example.models.klingvideo30omnipro.Size;
import dev.callsheet.runtime.client.CallsheetClient;
import java.net.URI;
import java.time.Duration;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Films by prompt: {@code GET /film?prompt=Whales}. */
@SpringBootApplication
@RestController
public class FilmApplication {
  private final CallsheetClient client;

  FilmApplication(CallsheetClient client) {
    this.client = client;
  }

  /** What the browser gets. */
  public record Film(URI address) {}

  @GetMapping("/film")
  Film film(@RequestParam String prompt) {
    var request =
        KlingVideo30OmniPro.textToVideo(Size.P1080_16X9).positivePrompt(prompt).duration(5).build();
    var films = client.submit(request).await(Duration.ofMinutes(10));
    return new Film(films.get(0).result().videoURL());
  }

  /** Starts the application. */
  public static void main(String[] args) {
    SpringApplication.run(FilmApplication.class, args);
  }
}
