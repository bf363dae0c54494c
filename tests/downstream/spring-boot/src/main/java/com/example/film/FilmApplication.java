package com.example.film;

import com.example.film.models.klingvideo30omnipro.KlingVideo30OmniPro;
import com.example.film.models.klingvideo30omnipro.Size;
import dev.callsheet.runtime.client.CallsheetClient;
import dev.callsheet.runtime.client.TransportKind;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.annotation.Bean;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** A web application that makes films. */
@SpringBootApplication
public class FilmApplication {
  /** The client, closed with the application. */
  @Bean
  CallsheetClient client(
      @Value("${film.endpoint}") URI endpoint,
      @Value("${film.transport}") TransportKind transport) {
    return CallsheetClient.builder()
        .endpoint(endpoint)
        .apiKey("any-key")
        .transport(transport)
        .build();
  }

  /** A film, as the browser gets it. */
  public record Film(URI address, List<String> prompts) {}

  /** Makes films on demand. */
  @RestController
  public static class Films {
    private final CallsheetClient client;

    Films(CallsheetClient client) {
      this.client = client;
    }

    @GetMapping("/film")
    Film film(@RequestParam String prompt) {
      var request =
          KlingVideo30OmniPro.textToVideo(Size.P1080_16X9)
              .multiPrompt(
                  shot -> shot.prompt(prompt).duration(3),
                  shot -> shot.prompt("The end").duration(5))
              .duration(8)
              .build();
      var videos = client.submit(request).await(Duration.ofMinutes(1));
      return new Film(videos.get(0).result().videoURL(), List.of(prompt, "The end"));
    }
  }
}
