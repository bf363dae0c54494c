package dev.callsheet.runtime.internal.transport;

import java.io.IOException;
import java.net.http.HttpResponse.BodySubscriber;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow.Subscription;

/**
 * Receives nothing of a body, and fails for a reason that its response gave.
 *
 * @param <T> what the body would have become
 */
public final class RefusedBody<T> implements BodySubscriber<T> {
  private final CompletableFuture<T> body;

  public RefusedBody(IOException reason) {
    this.body = CompletableFuture.failedFuture(reason);
  }

  @Override
  public CompletionStage<T> getBody() {
    return body;
  }

  @Override
  public void onSubscribe(Subscription subscription) {
    subscription.cancel();
  }

  @Override
  public void onNext(List<ByteBuffer> piece) {}

  @Override
  public void onError(Throwable failure) {}

  @Override
  public void onComplete() {}
}
