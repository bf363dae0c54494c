package dev.callsheet.runtime.internal.download;

import java.net.http.HttpResponse.BodySubscriber;
import java.nio.Buffer;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow.Subscription;
import java.util.function.LongConsumer;

/**
 * Writes a body to a file and tells how much has come. Once closed it writes nothing more, however
 * late the rest of an attempt that was given up comes in: the next attempt writes to the same file.
 */
final class FileBodySubscriber implements BodySubscriber<Path>, AutoCloseable {
  private final BodySubscriber<Path> file;
  private final LongConsumer byteCountListener;
  private boolean closed;

  /**
   * @param file writes to the file
   * @param arrivals told of the number of bytes in every piece
   */
  FileBodySubscriber(BodySubscriber<Path> file, LongConsumer arrivals) {
    this.file = file;
    this.byteCountListener = arrivals;
  }

  @Override
  public CompletionStage<Path> getBody() {
    return file.getBody();
  }

  @Override
  public void onSubscribe(Subscription subscription) {
    file.onSubscribe(subscription);
  }

  @Override
  public synchronized void onNext(List<ByteBuffer> piece) {
    if (!closed) {
      var bytes = piece.stream().mapToLong(Buffer::remaining).sum();
      file.onNext(piece);
      byteCountListener.accept(bytes);
    }
  }

  @Override
  public void onError(Throwable failure) {
    file.onError(failure);
  }

  @Override
  public void onComplete() {
    file.onComplete();
  }

  @Override
  public synchronized void close() {
    closed = true;
  }
}
