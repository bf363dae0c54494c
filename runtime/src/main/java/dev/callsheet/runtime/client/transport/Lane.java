package dev.callsheet.runtime.client.transport;

import dev.callsheet.runtime.client.wire.Reply;
import java.util.ArrayDeque;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/**
 * A transport with a limit to the exchanges under way at once; others wait in line. However many
 * jobs there are, sockets are few.
 */
public final class Lane implements Transport {
  private final Transport transport;
  private final int limit;
  private final Queue<Waiting> line = new ArrayDeque<>();
  private int underWay;
  private boolean closed;

  /** A lane of its own on a shared transport, {@code limit} exchanges wide (at least 1). */
  public Lane(Transport transport, int limit) {
    this.transport = transport;
    this.limit = limit;
  }

  @Override
  public CompletableFuture<Reply> exchange(byte[] body) {
    var waiting = new Waiting(body);
    synchronized (line) {
      line.add(waiting);
    }
    startNext();
    return waiting.reply;
  }

  private void startNext() {
    var next = next();
    if (next != null) {
      var unused =
          transport
              .exchange(next.body)
              .thenAccept(
                  reply -> {
                    leave();
                    next.reply.complete(reply);
                  });
    }
  }

  private @Nullable Waiting next() {
    synchronized (line) {
      var next = !closed && underWay < limit ? line.poll() : null;
      if (next != null) {
        underWay++;
      }
      return next;
    }
  }

  private void leave() {
    synchronized (line) {
      underWay--;
    }
    startNext();
  }

  @Override
  public void close() {
    synchronized (line) {
      closed = true;
      line.clear();
    }
    transport.close();
  }

  private static final class Waiting {
    final byte[] body;
    final CompletableFuture<Reply> reply = new CompletableFuture<>();

    Waiting(byte[] body) {
      this.body = body;
    }
  }
}
