package dev.callsheet.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import dev.callsheet.sandbox.render.RenderTime;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.node.ObjectNode;

/** How long a render takes. */
final class RenderTimeTest {
  @Test
  void aLongerVideoTakesLongerWhereTimeGoesByTheSecond() throws Exception {
    MovableClock clock = new MovableClock();
    SandboxOptions options =
        SandboxOptions.builder().renderTime(RenderTime.perSecond(Duration.ofSeconds(2))).build();
    try (Sandbox sandbox = Sandbox.start(options, clock)) {
      Caller caller = new Caller(sandbox);
      ObjectNode task = Caller.video().put("duration", 10);
      caller.send(task);
      clock.advance(Duration.ofSeconds(19));
      assertThat(caller.poll(Caller.uuid(task)).data().get(0).path("progress").asInt())
          .isEqualTo(95);
      clock.advance(Duration.ofSeconds(1));
      assertThat(caller.poll(Caller.uuid(task)).data().get(0).path("status").asString())
          .isEqualTo("success");
    }
  }
}
