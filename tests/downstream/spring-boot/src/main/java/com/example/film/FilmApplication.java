package com.example.film;

import com.example.film.models.klingvideo30omnipro.KlingVideo30OmniPro;
import com.example.film.models.klingvideo30omnipro.Size;
import dev.callsheet.runtime.client.CallsheetClient;
import dev.callsheet.spring.CallsheetWebhooks;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** A web application that makes films. */
@SpringBootApplication
public class FilmApplication {
  /** A film, as the browser gets it. */
  public record Film(URI address, List<String> prompts) {}

  /** Makes films on demand. */
  @RestController
  public static class Films {
    private final CallsheetClient client;
    private final CallsheetWebhooks webhooks;

    Films(CallsheetClient client, CallsheetWebhooks webhooks) {
      this.client = client;
      this.webhooks = webhooks;
    }

    @GetMapping("/film")
    Film film(@RequestParam String prompt) {
      var request =
          KlingVideo30OmniPro.textToVideo(Size.P1080_16X9)
              .multiPrompt(
                  shot -> shot.prompt(prompt).duration(3),
                  shot -> shot.prompt("The end").duration(5))
              .duration(8)
              .webhookURL(webhooks.url())
              .build();
      var videos = client.submit(request).await(Duration.ofMinutes(1));
      return new Film(videos.get(0).result().videoURL(), List.of(prompt, "The end"));
    }
  }
}
