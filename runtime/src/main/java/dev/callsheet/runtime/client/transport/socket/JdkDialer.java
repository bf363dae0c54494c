package dev.callsheet.runtime.client.transport.socket;

import dev.callsheet.runtime.client.transport.NetClient;
import dev.callsheet.runtime.client.transport.UserAgent;
import java.net.URI;
import java.net.http.WebSocket;
import java.time.Duration;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/**
 * Connects by the platform's WebSocket.
 *
 * @param address {@code ws://} or {@code wss://}
 * @param timeout the longest time until a connection stands
 */
public record JdkDialer(NetClient net, URI address, Duration timeout) implements Dialer {
  @Override
  public void dial(Ear ear) {
    var listener = new Listener(ear);
    try {
      var unused =
          net.http()
              .newWebSocketBuilder()
              .connectTimeout(timeout)
              .header("User-Agent", UserAgent.VALUE)
              .buildAsync(address, listener)
              .whenComplete(
                  (socket, failure) -> {
                    if (failure != null) {
                      listener.end("Cannot connect to " + address.getAuthority());
                    }
                  });
    } catch (RuntimeException closed) { // as a client that is closed does
      listener.end("Cannot connect to " + address.getAuthority());
    }
  }

  private static final class Listener implements WebSocket.Listener {
    private final Ear ear;
    private final StringBuilder text = new StringBuilder();
    private final AtomicBoolean ended = new AtomicBoolean();

    Listener(Ear ear) {
      this.ear = ear;
    }

    @Override
    public void onOpen(WebSocket socket) {
      ear.opened(new JdkLine(socket, this::end));
      socket.request(1);
    }

    @Override
    public @Nullable CompletionStage<?> onText(WebSocket socket, CharSequence part, boolean last) {
      text.append(part);
      if (last) {
        var whole = text.toString();
        text.setLength(0);
        ear.heard(whole);
      }
      socket.request(1);
      return null;
    }

    @Override
    public @Nullable CompletionStage<?> onClose(WebSocket socket, int status, String reason) {
      end("The server closed the connection: " + status + (reason.isEmpty() ? "" : " " + reason));
      return null;
    }

    @Override
    public void onError(WebSocket socket, Throwable error) {
      end("The connection broke: " + error.getMessage());
    }

    void end(String why) {
      if (ended.compareAndSet(false, true)) {
        ear.ended(why);
      }
    }
  }
}
