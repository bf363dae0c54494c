package dev.callsheet.runtime.internal.transport;

import java.net.http.HttpResponse.BodyHandler;
import java.net.http.HttpResponse.BodySubscriber;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow.Subscription;
import org.jspecify.annotations.Nullable;

/** Takes a body into memory up to a limit; more than that is not received. */
final class BoundedBody implements BodySubscriber<byte[]> {
  private final int limit;
  private final CompletableFuture<byte[]> body = new CompletableFuture<>();
  private final List<ByteBuffer> received = new ArrayList<>();
  private int size;
  private @Nullable Subscription subscription;

  private BoundedBody(int limit) {
    this.limit = limit;
  }

  /** A handler of responses with at most so much in their header and their body. */
  static BodyHandler<byte[]> handler(int headerLimit, int bodyLimit) {
    return response ->
        ResponseHeaders.excess(response.headers(), headerLimit)
            .<BodySubscriber<byte[]>>map(RefusedBody::new)
            .orElseGet(() -> new BoundedBody(bodyLimit));
  }

  @Override
  public CompletionStage<byte[]> getBody() {
    return body;
  }

  @Override
  public void onSubscribe(Subscription opened) {
    subscription = opened;
    opened.request(Long.MAX_VALUE);
  }

  @Override
  public void onNext(List<ByteBuffer> piece) {
    for (var buffer : piece) {
      if (body.isDone()) {
        return;
      }
      if (buffer.remaining() > limit - size) {
        stop(new ResponseTooLargeException(HttpSender.REPLY, limit, "bytes"));
        return;
      }
      size += buffer.remaining();
      received.add(buffer);
    }
  }

  private void stop(ResponseTooLargeException reason) {
    onError(reason);
    var opened = subscription;
    if (opened != null) {
      opened.cancel();
    }
  }

  @Override
  public void onError(Throwable failure) {
    received.clear();
    body.completeExceptionally(failure);
  }

  @Override
  public void onComplete() {
    if (!body.isDone()) {
      var whole = ByteBuffer.allocate(size);
      received.forEach(whole::put);
      received.clear();
      body.complete(whole.array());
    }
  }
}
