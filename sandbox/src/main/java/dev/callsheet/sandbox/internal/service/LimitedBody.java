package dev.callsheet.sandbox.internal.service;

import dev.callsheet.sandbox.internal.limit.ReceiveBudget;
import dev.callsheet.sandbox.internal.limit.ReceivedBytes;
import java.net.http.HttpResponse.BodySubscriber;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The body of a reply, which comes in within a budget; nothing is kept of one that does not. */
final class LimitedBody implements BodySubscriber<CompletableFuture<byte[]>> {
  private final ReceivedBytes received;
  private final Function<ReceivedBytes.Outcome, Exception> rejection;
  private final CompletableFuture<CompletableFuture<byte[]>> body = new CompletableFuture<>();
  private Flow.@Nullable Subscription subscription;
  private boolean isOver;

  /**
   * A body that is still to come.
   *
   * @param rejection what its bytes fail with where they are not taken
   */
  LimitedBody(ReceiveBudget budget, Function<ReceivedBytes.Outcome, Exception> rejection) {
    this.received = new ReceivedBytes(budget);
    this.rejection = rejection;
  }

  /** Its bytes, or why they were not taken. */
  @Override
  public CompletionStage<CompletableFuture<byte[]>> getBody() {
    return body;
  }

  @Override
  public synchronized void onSubscribe(Flow.Subscription subscribed) {
    subscription = subscribed;
    subscribed.request(Long.MAX_VALUE);
  }

  @Override
  public synchronized void onNext(List<ByteBuffer> parts) {
    for (ByteBuffer part : parts) {
      if (isOver) {
        return;
      }
      ReceivedBytes.Outcome outcome = received.add(part);
      if (outcome != ReceivedBytes.Outcome.TAKEN) {
        abandon();
        body.complete(CompletableFuture.failedFuture(rejection.apply(outcome)));
      }
    }
  }

  @Override
  public void onError(Throwable failure) {
    abandon();
    body.completeExceptionally(failure);
  }

  @Override
  public synchronized void onComplete() {
    if (!isOver) {
      isOver = true;
      body.complete(CompletableFuture.completedFuture(received.takeAll()));
    }
  }

  /** Takes no more, and forgets what has come in; nothing where it is complete. */
  synchronized void abandon() {
    if (!isOver) {
      isOver = true;
      received.clear();
      if (subscription != null) {
        subscription.cancel();
      }
    }
  }
}
