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
   * @param end told when the connection turns out to be no more
   */
  JdkConnection(WebSocket socket, Consumer<String> end) {
    this.socket = socket;
    this.closeListener = end;
  }

  @Override
  public void send(String text) {
    unsent.add(text);
    if (unsentCount.getAndIncrement() == 0) { // else whoever is sending comes to it
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
