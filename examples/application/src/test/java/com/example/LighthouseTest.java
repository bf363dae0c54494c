package com.example;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.example.models.klingvideo30omnipro.KlingVideo30OmniProRequest;
import dev.callsheet.runtime.client.CallsheetClient;
import dev.callsheet.runtime.client.error.InvalidRequestException;
import dev.callsheet.runtime.client.journal.Journal;
import dev.callsheet.sandbox.Sandbox;
import dev.callsheet.sandbox.SandboxOptions;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LighthouseTest {
  private static Sandbox sandbox;

  @BeforeAll
  static void startSandbox() throws IOException {
    sandbox = Sandbox.start(SandboxOptions.defaults());
  }

  @AfterAll
  static void stopSandbox() {
    sandbox.close();
  }

  @Test
  void shotBecomesAVideoOnDisk(@TempDir Path directory) throws IOException {
    try (var client = client()) {
      var videos = client.submit(Lighthouse.shot()).await(Duration.ofMinutes(1));
      assertEquals(1, videos.size());
      assertEquals(new BigDecimal("0.896"), videos.get(0).result().cost());
      Path file = videos.get(0).download(directory);
      assertEquals("ftyp", new String(Files.readAllBytes(file), 4, 4, StandardCharsets.US_ASCII));
    }
  }

  @Test
  void shotThatIsTooLongIsNeverSent() {
    KlingVideo30OmniProRequest tooLong = Lighthouse.shot().toBuilder().duration(60).build();
    try (var client = client()) {
      var refusal = assertThrows(InvalidRequestException.class, () -> client.submit(tooLong));
      assertEquals(
          List.of("out-of-range"),
          refusal.violations().stream().map(violation -> violation.rule()).toList());
    }
  }

  private static CallsheetClient client() {
    return CallsheetClient.builder().environment(sandbox.environment()).journal(Journal.none()).build();
  }
}
