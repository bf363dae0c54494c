package dev.callsheet.runtime.internal.websocket;

import dev.callsheet.runtime.client.error.ApiError;
import dev.callsheet.runtime.client.error.ErrorCategory;
import dev.callsheet.runtime.client.policy.WebSocketPolicy;
import dev.callsheet.runtime.internal.loop.EventLoop;
import dev.callsheet.runtime.internal.messages.DisplayText;
import dev.callsheet.runtime.internal.runware.TaskMessages;
import dev.callsheet.runtime.internal.transport.ApiKey;
import dev.callsheet.runtime.internal.wire.ApiReply;
import dev.callsheet.runtime.internal.wire.ApiReply.ParsedReply;
import dev.callsheet.runtime.internal.wire.ApiReplyReader;
import dev.callsheet.runtime.internal.wire.ErrorCodes;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/**
 * An authenticated session with the server, over as many connections as it takes, one at a time.
 * Changes on the loop only.
 *
 * <pre>
 *   IDLE --connect--> CONNECTING --authenticated--> OPEN
 *   CONNECTING --key refused--> IDLE
 *   CONNECTING or OPEN --lost--> WAITING_TO_RECONNECT --delay over--> CONNECTING
 * </pre>
 */
final class WebSocketSession {
  private enum State {
    IDLE,
    CONNECTING,
    OPEN,
    WAITING_TO_RECONNECT
  }

  private static final String PING = "[{\"taskType\":\"ping\",\"ping\":true}]";

  private final ConnectionFactory connectionFactory;
  private final ApiKey key;
  private final WebSocketPolicy policy;
  private final EventLoop loop;
  private final RandomGenerator random;
  private final int messageLength;
  private final ApiReplyReader replies;
  private final SessionListener listener;
  private State state = State.IDLE;
  private @Nullable ConnectionAttempt currentAttempt;
  private @Nullable String sessionId;
  private long receivedFrames;
  private int failures;
  private volatile boolean closed;
  private volatile @Nullable Connection connection;

  /**
   * @param messageLength the most characters of an error's message
   */
  WebSocketSession(
      ConnectionFactory connectionFactory,
      ApiKey key,
      WebSocketPolicy policy,
      EventLoop loop,
      RandomGenerator random,
      int messageLength,
      SessionListener listener) {
    this.connectionFactory = connectionFactory;
    this.key = key;
    this.policy = policy;
    this.loop = loop;
    this.random = random;
    this.messageLength = messageLength;
    this.replies = new ApiReplyReader(key::redactIn, messageLength);
    this.listener = listener;
  }

  boolean isOpen() {
    return state == State.OPEN;
  }

  /** Whether it may open soon: no connection has been lost since the last attempt began. */
  boolean mayOpenSoon() {
    return !closed && (state == State.IDLE || (state == State.CONNECTING && failures == 0));
  }

  /** Connects, if it is idle. */
  void connect() {
    if (state == State.IDLE) {
      openConnection();
    }
  }

  /** Sends a message over the open connection. */
  void send(String message) {
    var current = connection;
    if (current != null) {
      current.send(message);
    }
  }

  /** Ends the session; may be called from any thread. */
  void close() {
    closed = true;
    var current = connection;
    if (current != null) {
      current.abort();
    }
  }

  private void openConnection() {
    if (!closed) {
      state = State.CONNECTING;
      var attempt = new ConnectionAttempt();
      currentAttempt = attempt;
      try {
        connectionFactory.connect(attempt);
      } catch (RuntimeException | Error refused) { // what waits for the connection must not wait on
        attempt.onClosed("Cannot connect: " + refused);
      }
    }
  }

  private void authenticate(ConnectionAttempt attempt, Connection opened) {
    if (closed) {
      opened.abort();
      return;
    }
    connection = opened;
    opened.send(TaskMessages.authentication(key, sessionId));
    loop.schedule(
        policy.authenticationTimeout(),
        () -> {
          if (currentAttempt == attempt && state == State.CONNECTING) {
            reconnectLater(
                "No reply to the authentication within " + policy.authenticationTimeout());
          }
        });
  }

  private void onReply(ConnectionAttempt attempt, ApiReply reply) {
    receivedFrames++;
    if (!(reply instanceof ParsedReply frame)) {
      reply.firstError().ifPresent(listener::onUnreadableFrame);
      return;
    }
    if (state == State.CONNECTING) {
      var session = sessionIn(frame);
      var error = frame.errors().stream().filter(found -> found.job() == null).findFirst();
      if (session.isPresent()) {
        onAuthenticated(attempt, session.get());
      } else if (error.isPresent()) {
        onAuthenticationError(error.get());
        return;
      }
    }
    listener.onFrame(frame); // even before the reply to the authentication: it may carry results
  }

  private void onAuthenticated(ConnectionAttempt attempt, String session) {
    var resumed = session.equals(sessionId);
    sessionId = session;
    failures = 0;
    state = State.OPEN;
    listener.onOpened(resumed);
    schedulePing(attempt);
  }

  private void onAuthenticationError(ApiError error) {
    if (error.isRetryable() && error.category() != ErrorCategory.AUTH) {
      reconnectLater("The server could not authenticate: " + error);
      return;
    }
    dropConnection();
    state = State.IDLE;
    listener.onAuthenticationRefused(asAuthenticationError(error));
  }

  private static ApiError asAuthenticationError(ApiError error) {
    return error.category() == ErrorCategory.AUTH
        ? error
        : new ApiError(
            ErrorCodes.classify("authenticationFailed", null),
            error.code(),
            error.message(),
            error.parameters(),
            null,
            null,
            error.raw());
  }

  private void schedulePing(ConnectionAttempt attempt) {
    loop.schedule(
        policy.pingInterval(),
        () -> {
          if (currentAttempt == attempt) {
            ping(attempt);
            schedulePing(attempt);
          }
        });
  }

  /**
   * Any frame shows that the connection works, not the pong alone. Needed also where the server
   * ends a connection properly: Java's WebSocket does not tell of an end that comes while it hands
   * over a message.
   */
  private void ping(ConnectionAttempt attempt) {
    var before = receivedFrames;
    send(PING);
    loop.schedule(
        policy.pingTimeout(),
        () -> {
          if (currentAttempt == attempt && receivedFrames == before) {
            reconnectLater("No frame over the WebSocket within " + policy.pingTimeout());
          }
        });
  }

  private void reconnectLater(String reason) {
    dropConnection();
    state = State.WAITING_TO_RECONNECT;
    failures++;
    loop.schedule(policy.reconnectDelay(failures, random), this::openConnection);
    var shown = DisplayText.line(key.redactIn(reason), messageLength);
    listener.onConnectionLost(ErrorCodes.localError("disconnected", shown, null));
  }

  private void dropConnection() {
    currentAttempt = null;
    var current = connection;
    connection = null;
    if (current != null) {
      current.abort();
    }
  }

  private static Optional<String> sessionIn(ParsedReply frame) {
    return frame.items().stream()
        .map(item -> item.json().path("connectionSessionUUID"))
        .filter(id -> id.isString())
        .map(id -> id.stringValue())
        .findFirst();
  }

  /** One connection; its events are ignored once another attempt has replaced it. */
  private final class ConnectionAttempt implements ConnectionListener {
    @Override
    public void onOpened(Connection opened) {
      loop.execute(
          () -> {
            if (currentAttempt == this) {
              authenticate(this, opened);
            } else {
              opened.abort();
            }
          });
    }

    @Override
    public void onText(String text, Runnable next) {
      var reply = replies.readFrame(text); // here, so that the loop has less to do
      loop.execute(
          () -> {
            try {
              if (currentAttempt == this) {
                onReply(this, reply);
              }
            } finally {
              next.run();
            }
          });
    }

    @Override
    public void onClosed(String reason) {
      loop.execute(
          () -> {
            if (currentAttempt == this) {
              reconnectLater(reason);
            }
          });
    }
  }
}
