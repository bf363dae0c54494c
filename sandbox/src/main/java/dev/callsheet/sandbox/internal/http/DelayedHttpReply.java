package dev.callsheet.sandbox.internal.http;

import dev.callsheet.sandbox.internal.service.DelayedEnvelope;
import dev.callsheet.sandbox.internal.service.ResponseEnvelope;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/**
 * A reply that is sent after a delay.
 *
 * @param delay from now; zero for at once
 * @param fetched completes when what the reply needs is there; never with an exception
 * @param content makes the reply; called once, when both are over
 */
public record DelayedHttpReply(
    Duration delay, CompletableFuture<Void> fetched, Supplier<PreparedHttpReply> content) {
  /** A reply that needs nothing but time. */
  public DelayedHttpReply(Duration delay, Supplier<PreparedHttpReply> content) {
    this(delay, CompletableFuture.completedFuture(null), content);
  }

  /** A reply without a delay. */
  public static DelayedHttpReply immediate(PreparedHttpReply reply) {
    return new DelayedHttpReply(Duration.ZERO, () -> reply);
  }

  static DelayedHttpReply of(DelayedEnvelope answer) {
    return new DelayedHttpReply(
        answer.delay(),
        answer.fetched(),
        () -> {
          ResponseEnvelope envelope = answer.envelope().get();
          return PreparedHttpReply.json(envelope.status(), envelope.toJson());
        });
  }

  /** Sends it when the delay is over, and so much later. */
  public void send(Duration lateness, Request request, Response response, Callback callback) {
    Duration wait = delay.plus(lateness);
    if (!fetched.isDone()) {
      DelayedHttpReply rest = new DelayedHttpReply(delay, content);
      var unused = fetched.thenRun(() -> rest.send(lateness, request, response, callback));
    } else if (wait.isZero()) {
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
