package dev.callsheet.junit;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.callsheet.runtime.client.CallsheetClient;
import dev.callsheet.runtime.client.RawRequest;
import dev.callsheet.sandbox.ledger.Ledger;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

// The part below is what docs/sandbox.md shows; SandboxExtensionTest compares the two.
@Sandbox(faults = "status=503,times=2")
class SandboxedFilmTest {
  @Test
  void aFilmIsPaidOnceThoughTheServerIsBusy(
      CallsheetClient client, dev.callsheet.sandbox.Sandbox sandbox, Ledger ledger)
      throws Exception {
    client.submit(RawRequest.of(film())).await(Duration.ofSeconds(30));

    assertEquals("0.56", ledger.totalCharged().toPlainString());
    assertEquals(503, sandbox.requests().get(0).status());
    assertEquals(
        "A whale", sandbox.requests().get(2).tasks().get(0).at("/positivePrompt").asString());
  }

  // end of the part
  private static ObjectNode film() {
    return (ObjectNode)
        JsonMapper.shared()
            .readTree(
                """
                {"taskType": "videoInference", "taskUUID": "3f0c2f6e-58b5-4a44-9d84-1d8f1e4b7a01",
                 "model": "klingai:kling-video@o3-pro", "positivePrompt": "A whale",
                 "width": 1920, "height": 1080, "duration": 5}
                """);
  }
}
