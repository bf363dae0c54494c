package com.example.premiere;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.callsheet.runtime.Violation;
import dev.callsheet.runtime.client.CallsheetClient;
import dev.callsheet.runtime.client.RawRequest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;

class OpeningIT {
  @Test
  void requestsBecomeVideosOnDisk(@TempDir Path directory) throws IOException {
    try (var client = CallsheetClient.fromEnvironment()) {
      var titles = client.submit(Opening.titles());
      var shot = client.submit(Opening.firstShot(5));
      Duration limit = Duration.ofMinutes(1);
      assertIsVideo(titles.await(limit).get(0).download(directory));
      assertIsVideo(shot.await(limit).get(0).download(directory));
    }
  }

  @Test
  void anotherPlatformHasASandboxOfItsOwn(@TempDir Path directory) throws IOException {
    try (var client = CallsheetClient.fromEnvironment()) {
      var poster =
          client.submit(
              RawRequest.of(
                  "replicate",
                  "black-forest-labs/flux-schnell",
                  JsonMapper.shared().readTree("{\"prompt\": \"a poster of a lighthouse\"}")));
      assertTrue(Files.size(poster.await(Duration.ofMinutes(1)).get(0).download(directory)) > 0);
    }
  }

  @Test
  void shotIsHeldToTheStudiosOwnSpec() {
    List<Violation> violations = Opening.firstShot(8).check();
    assertEquals(List.of("out-of-range"), violations.stream().map(Violation::rule).toList());
  }

  private static void assertIsVideo(Path file) throws IOException {
    assertEquals("ftyp", new String(Files.readAllBytes(file), 4, 4, StandardCharsets.US_ASCII));
  }
}
