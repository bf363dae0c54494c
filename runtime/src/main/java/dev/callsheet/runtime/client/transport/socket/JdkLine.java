package dev.callsheet.runtime.client.transport.socket;

import java.net.http.WebSocket;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;

/** Sends one text at a time, as the platform's WebSocket wants it. */
final class JdkLine implements Line {
  private final WebSocket socket;
  private final Consumer<String> end;
  private final Queue<String> waiting = new ConcurrentLinkedQueue<>();
  private final AtomicInteger count = new AtomicInteger();

  /**
   * @param end told when the connection turns out to be no more
   */
  JdkLine(WebSocket socket, Consumer<String> end) {
    this.socket = socket;
    this.end = end;
  }

  @Override
  public void send(String text) {
    waiting.add(text);
    if (count.getAndIncrement() == 0) { // else whoever is sending comes to it
      sendNext();
    }
  }

  private void sendNext() {
    var unused =
        socket
            .sendText(waiting.remove(), true)
            .whenComplete(
                (sent, failure) -> {
                  if (failure != null) {
                    end.accept("The connection broke: " + failure.getMessage());
                  } else if (count.decrementAndGet() > 0) {
                    sendNext();
                  }
                });
  }

  @Override
  public void hangUp() {
    socket.abort();
    end.accept("The connection was given up");
  }
}
