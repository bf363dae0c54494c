package dev.callsheet.runtime.internal.websocket;

import dev.callsheet.runtime.client.error.ApiError;
import dev.callsheet.runtime.client.error.ErrorCategory;
import dev.callsheet.runtime.client.error.ErrorClassification;
import dev.callsheet.runtime.client.policy.WebSocketPolicy;
import dev.callsheet.runtime.internal.loop.EventLoop;
import dev.callsheet.runtime.internal.transport.ApiKey;
import dev.callsheet.runtime.internal.wire.ApiReply;
import dev.callsheet.runtime.internal.wire.ApiReply.ParsedReply;
import dev.callsheet.runtime.internal.wire.ApiReplyReader;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/**
 * One conversation with the server, over as many connections as it takes. Changes on the loop only.
 *
 * <pre>
 *   REST --connect--> CONNECTING --session known--> OPEN
 *   CONNECTING --key refused--> REST
 *   CONNECTING or OPEN --lost--> PAUSING --pause over--> CONNECTING
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
  private final ApiReplyReader replies;
  private final SessionListener listener;
  private State state = State.IDLE;
  private @Nullable ConnectionAttempt currentAttempt;
  private @Nullable String sessionId;
  private long receivedFrames;
  private int failures;
  private volatile boolean closed;
  private volatile @Nullable Connection connection;

  WebSocketSession(
      ConnectionFactory dialer,
      ApiKey key,
      WebSocketPolicy policy,
      EventLoop loop,
      RandomGenerator random,
      SessionListener owner) {
    this.connectionFactory = dialer;
    this.key = key;
    this.policy = policy;
    this.loop = loop;
    this.random = random;
    this.replies = new ApiReplyReader(key::redactIn);
    this.listener = owner;
  }

  boolean isOpen() {
    return state == State.OPEN;
  }

  /** Whether a connection may soon stand: none has been lost since one was last asked for. */
  boolean mayOpenSoon() {
    return !closed && (state == State.IDLE || (state == State.CONNECTING && failures == 0));
  }

  /** Connects, unless that is under way. */
  void connect() {
    if (state == State.IDLE) {
      openConnection();
    }
  }

  /** Sends a message over the open connection. */
  void send(String message) {
    var line = connection;
    if (line != null) {
      line.send(message);
    }
  }

  /** Ends the conversation; may be called from any thread. */
  void close() {
    closed = true;
    var line = connection;
    if (line != null) {
      line.abort();
    }
  }

  private void openConnection() {
    if (!closed) {
      state = State.CONNECTING;
      var call = new ConnectionAttempt();
      currentAttempt = call;
      connectionFactory.connect(call);
    }
  }

  private void authenticate(ConnectionAttempt call, Connection line) {
    if (closed) {
      line.abort();
      return;
    }
    connection = line;
    line.send(key.authenticationMessage(sessionId));
    loop.schedule(
        policy.authenticationTimeout(),
        () -> {
          if (currentAttempt == call && state == State.CONNECTING) {
            reconnectLater(
                "No reply to the authentication within " + policy.authenticationTimeout());
          }
        });
  }

  private void onReply(ConnectionAttempt call, ApiReply reply) {
    receivedFrames++;
    if (!(reply instanceof ParsedReply frame)) {
      reply.firstError().ifPresent(listener::onUnreadableFrame);
      return;
    }
    if (state == State.CONNECTING) {
      var session = sessionIn(frame);
      var error = frame.errors().stream().filter(found -> found.taskUUID() == null).findFirst();
      if (session.isPresent()) {
        onAuthenticated(call, session.get());
      } else if (error.isPresent()) {
        onAuthenticationError(error.get());
        return;
      }
    }
    listener.onFrame(
        frame); // stray frames before the authentication's reply may carry results, too
  }

  private void onAuthenticated(ConnectionAttempt call, String session) {
    var resumed = session.equals(sessionId);
    sessionId = session;
    failures = 0;
    state = State.OPEN;
    listener.onOpened(resumed);
    schedulePing(call);
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
            ErrorClassification.of("authenticationFailed", null),
            error.code(),
            error.message(),
            error.parameters(),
            null,
            null,
            error.raw());
  }

  private void schedulePing(ConnectionAttempt call) {
    loop.schedule(
        policy.pingInterval(),
        () -> {
          if (currentAttempt == call) {
            ping(call);
            schedulePing(call);
          }
        });
  }

  /** Any frame is a sign of life, not the pong alone. */
  private void ping(ConnectionAttempt call) {
    var before = receivedFrames;
    send(PING);
    loop.schedule(
        policy.pingTimeout(),
        () -> {
          if (currentAttempt == call && receivedFrames == before) {
            reconnectLater("No sign of life over the WebSocket within " + policy.pingTimeout());
          }
        });
  }

  private void reconnectLater(String why) {
    dropConnection();
    state = State.WAITING_TO_RECONNECT;
    failures++;
    loop.schedule(policy.reconnectDelay(failures, random), this::openConnection);
    listener.onConnectionLost(ApiError.local("disconnected", key.redactIn(why), null));
  }

  private void dropConnection() {
    currentAttempt = null;
    var line = connection;
    connection = null;
    if (line != null) {
      line.abort();
    }
  }

  private static Optional<String> sessionIn(ParsedReply frame) {
    return frame.items().stream()
        .map(item -> item.json().path("connectionSessionUUID"))
        .filter(id -> id.isString())
        .map(id -> id.stringValue())
        .findFirst();
  }

  /** One connection, from the first attempt to its end; what comes after it was given up is not. */
  private final class ConnectionAttempt implements ConnectionListener {
    @Override
    public void onOpened(Connection line) {
      loop.execute(
          () -> {
            if (currentAttempt == this) {
              authenticate(this, line);
            } else {
              line.abort();
            }
          });
    }

    @Override
    public void onText(String text) {
      var reply = replies.readFrame(text); // here, so that the loop has less to do
      loop.execute(
          () -> {
            if (currentAttempt == this) {
              onReply(this, reply);
            }
          });
    }

    @Override
    public void onClosed(String why) {
      loop.execute(
          () -> {
            if (currentAttempt == this) {
              reconnectLater(why);
            }
          });
    }
  }
}
