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
 * @param maxLength the most characters of one message
 */
public record JdkConnectionFactory(
    SharedHttpClient net, URI address, Duration timeout, int maxLength)
    implements ConnectionFactory {
  /** As many messages are received before the first of them is dealt with. */
  private static final int MESSAGES_AHEAD = 16;

  @Override
  public void connect(ConnectionListener connectionListener) {
    var listener = new Listener(connectionListener, maxLength);
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
  }

  private static final class Listener implements WebSocket.Listener {
    private final ConnectionListener listener;
    private final int maxLength;
    private final StringBuilder text = new StringBuilder();
    private final AtomicBoolean ended = new AtomicBoolean();

    Listener(ConnectionListener connectionListener, int maxLength) {
      this.listener = connectionListener;
      this.maxLength = maxLength;
    }

    @Override
    public void onOpen(WebSocket socket) {
      listener.onOpened(new JdkConnection(socket, this::end));
      socket.request(MESSAGES_AHEAD);
    }

    @Override
    public @Nullable CompletionStage<?> onText(WebSocket socket, CharSequence part, boolean last) {
      if (part.length() > maxLength - text.length()) {
        socket.abort();
        end("The server sent a message of more than " + maxLength + " characters");
        return null;
      }
      text.append(part);
      if (last) {
        var whole = text.toString();
        text.setLength(0);
        listener.onText(whole, () -> socket.request(1));
      } else {
        socket.request(1);
      }
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
