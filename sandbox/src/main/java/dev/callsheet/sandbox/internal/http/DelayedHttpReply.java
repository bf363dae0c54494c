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

  /** Sends it when the delay is over, and so much later, and what it needs has been fetched. */
  public void send(Duration lateness, Request request, Response response, Callback callback) {
    sendAt(System.nanoTime() + delay.plus(lateness).toNanos(), request, response, callback);
  }

  private void sendAt(long due, Request request, Response response, Callback callback) {
    long left = due - System.nanoTime();
    if (!fetched.isDone()) {
      var unused =
          fetched.whenComplete((done, failure) -> sendAt(due, request, response, callback));
    } else if (left <= 0) {
      sendNow(response, callback);
    } else {
      request
          .getComponents()
          .getScheduler()
          .schedule(() -> sendNow(response, callback), left, TimeUnit.NANOSECONDS);
    }
  }

  /** On whatever thread this is: nobody else would hear of what is thrown. */
  private void sendNow(Response response, Callback callback) {
    try {
      content.get().send(response, callback);
    } catch (RuntimeException fault) {
      callback.failed(fault);
    }
  }
}
