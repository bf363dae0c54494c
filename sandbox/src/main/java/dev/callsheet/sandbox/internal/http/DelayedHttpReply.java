package dev.callsheet.sandbox.internal.http;

import dev.callsheet.sandbox.internal.service.DelayedEnvelope;
import dev.callsheet.sandbox.internal.service.ResponseEnvelope;
import java.time.Duration;
import java.util.function.Supplier;

/**
 * A reply that is sent after a delay.
 *
 * @param delay from now; zero for at once
 * @param content makes the reply; called once, when the delay is over
 */
record DelayedHttpReply(Duration delay, Supplier<PreparedHttpReply> content) {
  static DelayedHttpReply immediate(PreparedHttpReply reply) {
    return new DelayedHttpReply(Duration.ZERO, () -> reply);
  }

  static DelayedHttpReply of(DelayedEnvelope answer) {
    return new DelayedHttpReply(
        answer.delay(),
        () -> {
          ResponseEnvelope envelope = answer.envelope().get();
          return PreparedHttpReply.json(envelope.status(), envelope.toJson());
        });
  }
}
