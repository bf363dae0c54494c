package dev.callsheet.sandbox.internal.http;

import dev.callsheet.sandbox.internal.service.DelayedEnvelope;
import dev.callsheet.sandbox.internal.service.ResponseEnvelope;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/**
 * A reply that is sent after a delay.
 *
 * @param delay from now; zero for at once
 * @param content makes the reply; called once, when the delay is over
 */
public record DelayedHttpReply(Duration delay, Supplier<PreparedHttpReply> content) {
  /** A reply without a delay. */
  public static DelayedHttpReply immediate(PreparedHttpReply reply) {
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

  /** Sends it when the delay is over, and so much later. */
  public void send(Duration lateness, Request request, Response response, Callback callback) {
    Duration wait = delay.plus(lateness);
    if (wait.isZero()) {
      content.get().send(response, callback);
    } else {
      request
          .getComponents()
          .getScheduler()
          .schedule(
              () -> content.get().send(response, callback), wait.toNanos(), TimeUnit.NANOSECONDS);
    }
  }
}
