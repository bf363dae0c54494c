package dev.callsheet.runtime.client.transport.socket;

import dev.callsheet.runtime.client.error.ApiError;
import dev.callsheet.runtime.client.error.Classification;
import dev.callsheet.runtime.client.error.ErrorCategory;
import dev.callsheet.runtime.client.loop.Loop;
import dev.callsheet.runtime.client.policy.SocketPolicy;
import dev.callsheet.runtime.client.transport.ApiKey;
import dev.callsheet.runtime.client.wire.Reply;
import dev.callsheet.runtime.client.wire.Reply.Answer;
import dev.callsheet.runtime.client.wire.ReplyReader;
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
final class Session {
  private enum State {
    REST,
    CONNECTING,
    OPEN,
    PAUSING
  }

  /** Who is told how the conversation goes. */
  interface Owner {
    /**
     * Messages can be sent.
     *
     * @param resumed whether the server takes it for the same conversation as before
     */
    void opened(boolean resumed);

    /** The key is not good; nothing is tried again unless asked for. */
    void refused(ApiError why);

    /** There is no connection any more; another is tried for after a pause. */
    void lost(ApiError why);

    /** The server has said something. */
    void heard(Answer frame);

    /** The server has said something that nobody can read. */
    void confused(ApiError why);
  }

  private static final String PING = "[{\"taskType\":\"ping\",\"ping\":true}]";

  private final Dialer dialer;
  private final ApiKey key;
  private final SocketPolicy policy;
  private final Loop loop;
  private final RandomGenerator random;
  private final ReplyReader replies;
  private final Owner owner;
  private State state = State.REST;
  private @Nullable Call current;
  private @Nullable String id;
  private long heard;
  private int failures;
  private volatile boolean closed;
  private volatile @Nullable Line open;

  Session(
      Dialer dialer,
      ApiKey key,
      SocketPolicy policy,
      Loop loop,
      RandomGenerator random,
      Owner owner) {
    this.dialer = dialer;
    this.key = key;
    this.policy = policy;
    this.loop = loop;
    this.random = random;
    this.replies = new ReplyReader(key::hiddenIn);
    this.owner = owner;
  }

  boolean isOpen() {
    return state == State.OPEN;
  }

  /** Whether a connection may soon stand: none has been lost since one was last asked for. */
  boolean isPromising() {
    return !closed && (state == State.REST || (state == State.CONNECTING && failures == 0));
  }

  /** Connects, unless that is under way. */
  void connect() {
    if (state == State.REST) {
      dial();
    }
  }

  /** Sends a message over the open connection. */
  void send(String message) {
    var line = open;
    if (line != null) {
      line.send(message);
    }
  }

  /** Ends the conversation; may be called from any thread. */
  void close() {
    closed = true;
    var line = open;
    if (line != null) {
      line.hangUp();
    }
  }

  private void dial() {
    if (!closed) {
      state = State.CONNECTING;
      var call = new Call();
      current = call;
      dialer.dial(call);
    }
  }

  private void authenticate(Call call, Line line) {
    if (closed) {
      line.hangUp();
      return;
    }
    open = line;
    line.send(key.authentication(id));
    loop.after(
        policy.authentication(),
        () -> {
          if (current == call && state == State.CONNECTING) {
            lose("No reply to the authentication within " + policy.authentication());
          }
        });
  }

  private void take(Call call, Reply reply) {
    heard++;
    if (!(reply instanceof Answer frame)) {
      reply.trouble().ifPresent(owner::confused);
      return;
    }
    if (state == State.CONNECTING) {
      var session = sessionIn(frame);
      var error = frame.errors().stream().filter(found -> found.taskUUID() == null).findFirst();
      if (session.isPresent()) {
        begin(call, session.get());
      } else if (error.isPresent()) {
        reject(error.get());
        return;
      }
    }
    owner.heard(frame); // stray frames before the authentication's reply may carry results, too
  }

  private void begin(Call call, String session) {
    var resumed = session.equals(id);
    id = session;
    failures = 0;
    state = State.OPEN;
    owner.opened(resumed);
    pingLater(call);
  }

  private void reject(ApiError error) {
    if (error.retryable() && error.category() != ErrorCategory.AUTH) {
      lose("The server could not authenticate: " + error);
      return;
    }
    hangUp();
    state = State.REST;
    owner.refused(asRefusal(error));
  }

  private static ApiError asRefusal(ApiError error) {
    return error.category() == ErrorCategory.AUTH
        ? error
        : new ApiError(
            Classification.of("authenticationFailed", null),
            error.code(),
            error.message(),
            error.parameters(),
            null,
            null,
            error.raw());
  }

  private void pingLater(Call call) {
    loop.after(
        policy.ping(),
        () -> {
          if (current == call) {
            ping(call);
            pingLater(call);
          }
        });
  }

  /** Any frame is a sign of life, not the pong alone. */
  private void ping(Call call) {
    var before = heard;
    send(PING);
    loop.after(
        policy.silence(),
        () -> {
          if (current == call && heard == before) {
            lose("No sign of life over the WebSocket within " + policy.silence());
          }
        });
  }

  private void lose(String why) {
    hangUp();
    state = State.PAUSING;
    failures++;
    loop.after(policy.pause(failures, random), this::dial);
    owner.lost(ApiError.local("disconnected", key.hiddenIn(why), null));
  }

  private void hangUp() {
    current = null;
    var line = open;
    open = null;
    if (line != null) {
      line.hangUp();
    }
  }

  private static Optional<String> sessionIn(Answer frame) {
    return frame.items().stream()
        .map(item -> item.json().path("connectionSessionUUID"))
        .filter(id -> id.isString())
        .map(id -> id.stringValue())
        .findFirst();
  }

  /** One connection, from the first attempt to its end; what comes after it was given up is not. */
  private final class Call implements Dialer.Ear {
    @Override
    public void opened(Line line) {
      loop.execute(
          () -> {
            if (current == this) {
              authenticate(this, line);
            } else {
              line.hangUp();
            }
          });
    }

    @Override
    public void heard(String text) {
      var reply = replies.readFrame(text); // here, so that the loop has less to do
      loop.execute(
          () -> {
            if (current == this) {
              take(this, reply);
            }
          });
    }

    @Override
    public void ended(String why) {
      loop.execute(
          () -> {
            if (current == this) {
              lose(why);
            }
          });
    }
  }
}
