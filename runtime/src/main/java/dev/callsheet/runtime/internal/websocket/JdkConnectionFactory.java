package dev.callsheet.runtime.internal.websocket;

import dev.callsheet.runtime.internal.transport.SharedHttpClient;
import dev.callsheet.runtime.internal.transport.UserAgent;
import java.net.URI;
import java.net.http.WebSocket;
import java.time.Duration;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/**
 * Connects by Java's WebSocket.
 *
 * @param address {@code ws://} or {@code wss://}
 * @param timeout the longest time until a connection is open
 */
public record JdkConnectionFactory(SharedHttpClient net, URI address, Duration timeout)
    implements ConnectionFactory {
  @Override
  public void connect(ConnectionListener connectionListener) {
    var listener = new Listener(connectionListener);
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
    private final ConnectionListener listener;
    private final StringBuilder text = new StringBuilder();
    private final AtomicBoolean ended = new AtomicBoolean();

    Listener(ConnectionListener connectionListener) {
      this.listener = connectionListener;
    }

    @Override
    public void onOpen(WebSocket socket) {
      listener.onOpened(new JdkConnection(socket, this::end));
      socket.request(1);
    }

    @Override
    public @Nullable CompletionStage<?> onText(WebSocket socket, CharSequence part, boolean last) {
      text.append(part);
      if (last) {
        var whole = text.toString();
        text.setLength(0);
        listener.onText(whole);
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
        listener.onClosed(why);
      }
    }
  }
}
