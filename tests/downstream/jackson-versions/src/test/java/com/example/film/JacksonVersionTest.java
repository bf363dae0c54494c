package com.example.film;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.example.film.models.klingvideo30omnipro.KlingVideo30OmniPro;
import com.example.film.models.klingvideo30omnipro.Size;
import dev.callsheet.runtime.client.CallsheetClient;
import dev.callsheet.runtime.client.TransportKind;
import dev.callsheet.sandbox.Sandbox;
import dev.callsheet.sandbox.SandboxOptions;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.json.JsonMapper;

/** The libraries with a Jackson that the user's build decides on. */
class JacksonVersionTest {
  @Test
  void jacksonIsTheManagedOne() {
    assertEquals(System.getProperty("jackson.version"), new JsonMapper().version().toString());
  }

  @ParameterizedTest
  @EnumSource
  void requestBecomesAVideoOnDisk(TransportKind transport, @TempDir Path directory)
      throws IOException {
    var request =
        KlingVideo30OmniPro.textToVideo(Size.P1080_16X9)
            .multiPrompt(
                shot -> shot.prompt("A lighthouse keeper signals a whale").duration(3),
                shot -> shot.prompt("The whale answers").duration(5))
            .duration(8)
            .build();
    try (var sandbox = Sandbox.start(SandboxOptions.defaults());
        var client =
            CallsheetClient.builder()
                .endpoint(sandbox.endpoint())
                .apiKey("any-key")
                .transport(transport)
                .build()) {
      var videos = client.submit(request).await(Duration.ofMinutes(1));
      assertEquals(1, videos.size());
      Path file = videos.get(0).download(directory);
      assertEquals("ftyp", new String(Files.readAllBytes(file), 4, 4, StandardCharsets.US_ASCII));
    }
  }
}
