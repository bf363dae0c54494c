package dev.callsheet.runtime.internal.download;

import dev.callsheet.runtime.internal.transport.ResponseTooLargeException;
import java.net.http.HttpResponse.BodySubscriber;
import java.nio.Buffer;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow.Subscription;
import java.util.function.LongConsumer;
import org.jspecify.annotations.Nullable;

/**
 * Writes a body to a file and reports how much has come. Once closed it writes nothing more,
 * however late the rest of an attempt that was given up comes in: the next attempt writes to the
 * same file.
 */
final class FileBodySubscriber implements BodySubscriber<Path>, AutoCloseable {
  /** What is too large, in messages. */
  static final String FILE = "The file";

  private final BodySubscriber<Path> file;
  private final long limit;
  private final LongConsumer byteCountListener;
  private @Nullable Subscription subscription;
  private long received;
  private boolean closed;

  /**
   * @param file writes to the file
   * @param received how many bytes are in the file already
   * @param limit the most bytes in the file
   * @param arrivals receives the number of bytes in every piece
   */
  FileBodySubscriber(BodySubscriber<Path> file, long received, long limit, LongConsumer arrivals) {
    this.file = file;
    this.received = received;
    this.limit = limit;
    this.byteCountListener = arrivals;
  }

  @Override
  public CompletionStage<Path> getBody() {
    return file.getBody();
  }

  @Override
  public synchronized void onSubscribe(Subscription opened) {
    subscription = opened;
    file.onSubscribe(opened);
  }

  @Override
  public synchronized void onNext(List<ByteBuffer> piece) {
    if (closed) {
      return;
    }
    var bytes = piece.stream().mapToLong(Buffer::remaining).sum();
    if (bytes > limit - received) {
      closed = true;
      file.onError(new ResponseTooLargeException(FILE, limit, "bytes"));
      if (subscription != null) {
        subscription.cancel();
      }
      return;
    }
    received += bytes;
    file.onNext(piece);
    byteCountListener.accept(bytes);
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
