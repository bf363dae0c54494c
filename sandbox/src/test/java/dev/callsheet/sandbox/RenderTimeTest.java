package dev.callsheet.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import dev.callsheet.sandbox.behavior.RenderTime;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.node.ObjectNode;

/** How long a render takes. */
final class RenderTimeTest {
  @Test
  void aLongerVideoTakesLongerWhereTimeGoesByTheSecond() throws Exception {
    ManualClock clock = new ManualClock();
    SandboxOptions options =
        SandboxOptions.builder().renderTime(RenderTime.perSecond(Duration.ofSeconds(2))).build();
    try (Sandbox sandbox = Sandbox.start(options, clock)) {
      HttpTestClient caller = new HttpTestClient(sandbox);
      ObjectNode task = HttpTestClient.video().put("duration", 10);
      caller.send(task);
      clock.advance(Duration.ofSeconds(19));
      assertThat(caller.poll(HttpTestClient.uuid(task)).data().get(0).path("progress").asInt())
          .isEqualTo(95);
      clock.advance(Duration.ofSeconds(1));
      assertThat(caller.poll(HttpTestClient.uuid(task)).data().get(0).path("status").asString())
          .isEqualTo("success");
    }
  }
}
