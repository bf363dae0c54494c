package dev.callsheet.runtime.internal.websocket;

import java.net.http.WebSocket;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;

/** Sends one text at a time, as the platform's WebSocket wants it. */
final class JdkConnection implements Connection {
  private final WebSocket socket;
  private final Consumer<String> closeListener;
  private final Queue<String> unsent = new ConcurrentLinkedQueue<>();
  private final AtomicInteger unsentCount = new AtomicInteger();

  /**
   * @param closeListener called with the reason when the connection is found closed
   */
  JdkConnection(WebSocket socket, Consumer<String> closeListener) {
    this.socket = socket;
    this.closeListener = closeListener;
  }

  @Override
  public void send(String text) {
    unsent.add(text);
    if (unsentCount.getAndIncrement() == 0) { // otherwise the current sender sends it, too
      sendNext();
    }
  }

  private void sendNext() {
    var unused =
        socket
            .sendText(unsent.remove(), true)
            .whenComplete(
                (sent, failure) -> {
                  if (failure != null) {
                    closeListener.accept("The connection broke: " + failure.getMessage());
                  } else if (unsentCount.decrementAndGet() > 0) {
                    sendNext();
                  }
                });
  }

  @Override
  public void abort() {
    socket.abort();
    closeListener.accept("The connection was given up");
  }
}
