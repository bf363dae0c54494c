package dev.callsheet.runtime.internal.websocket;

import dev.callsheet.runtime.client.error.ApiError;
import dev.callsheet.runtime.client.policy.WebSocketPolicy;
import dev.callsheet.runtime.internal.loop.EventLoop;
import dev.callsheet.runtime.internal.runware.TaskMessages;
import dev.callsheet.runtime.internal.transport.ApiKey;
import dev.callsheet.runtime.internal.transport.Transport;
import dev.callsheet.runtime.internal.transport.TransportRequest;
import dev.callsheet.runtime.internal.transport.TransportRequest.Purpose;
import dev.callsheet.runtime.internal.wire.ApiReply;
import dev.callsheet.runtime.internal.wire.ApiReply.ParsedReply;
import dev.callsheet.runtime.internal.wire.ErrorCodes;
import dev.callsheet.runtime.internal.wire.ReplyItemState;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import java.util.random.RandomGenerator;

/**
 * The API over WebSocket, with HTTP as the fallback: while the socket cannot be opened, and for
 * every message that got no clear answer over it. It is to be used on the loop.
 */
public final class WebSocketTransport implements Transport {
  private static final int MAX_CONCURRENCY = 512;
  private static final int UNAUTHORIZED = 401;
  private static final Duration POLL_TIMEOUT = Duration.ofSeconds(10);

  private record Queued(TransportRequest message, CompletableFuture<ApiReply> reply) {}

  private final Transport http;
  private final WebSocketSession session;
  private final ResponseCorrelator correlator;
  private final WebSocketPolicy policy;
  private final EventLoop loop;
  private final List<Queued> queue = new ArrayList<>();
  private Consumer<ParsedReply> notificationListener = news -> {};
  private boolean sendsNotifications;

  /**
   * A transport over the connections that {@code connectionFactory} makes.
   *
   * @param http where messages go when the socket cannot be used; closed with this transport
   * @param timeout the longest wait for the first frame of a reply
   * @param messageLength the most characters of an error's message
   */
  public WebSocketTransport(
      ConnectionFactory connectionFactory,
      Transport http,
      ApiKey key,
      WebSocketPolicy policy,
      Duration timeout,
      int messageLength,
      EventLoop loop,
      RandomGenerator random) {
    this.http = http;
    this.policy = policy;
    this.loop = loop;
    this.session =
        new WebSocketSession(
            connectionFactory, key, policy, loop, random, messageLength, new SessionHandler());
    var poll = timeout.compareTo(POLL_TIMEOUT) < 0 ? timeout : POLL_TIMEOUT;
    var replyTimeouts =
        Map.of(Purpose.SUBMISSION, timeout, Purpose.LOOKUP, poll, Purpose.POLL, poll);
    this.correlator = new ResponseCorrelator(loop, replyTimeouts, this::onNotification);
  }

  @Override
  public CompletableFuture<ApiReply> exchange(TransportRequest message) {
    if (correlator.takeUnresolved(message) || correlator.hasPending(message)) {
      return http.exchange(message);
    }
    if (session.isOpen()) {
      return send(message);
    }
    if (session.mayOpenSoon()) {
      var queued = new Queued(message, new CompletableFuture<>());
      queue.add(queued);
      session.connect();
      return queued.reply;
    }
    return http.exchange(message);
  }

  private CompletableFuture<ApiReply> send(TransportRequest message) {
    var reply = correlator.register(message);
    session.send(new String(TaskMessages.body(message), StandardCharsets.UTF_8));
    return reply;
  }

  @Override
  public int maxConcurrency() {
    return session.isOpen() ? MAX_CONCURRENCY : http.maxConcurrency();
  }

  @Override
  public void setNotificationListener(Consumer<ParsedReply> listener) {
    notificationListener = listener;
  }

  @Override
  public boolean sendsNotifications() {
    return sendsNotifications;
  }

  private void onNotification(ParsedReply news) {
    sendsNotifications |=
        news.items().stream().anyMatch(item -> item.state() == ReplyItemState.DELIVERED);
    notificationListener.accept(news);
  }

  private List<Queued> takeQueue() {
    var all = List.copyOf(queue);
    queue.clear();
    return all;
  }

  private static void forwardReply(CompletableFuture<ApiReply> reply, Queued queued) {
    var unused =
        reply.whenComplete(
            (received, failure) -> {
              if (failure == null) {
                queued.reply.complete(received);
              } else {
                queued.reply.completeExceptionally(failure);
              }
            });
  }

  @Override
  public void close() {
    session.close();
    http.close();
  }

  /** What happens to messages as the session changes. */
  private final class SessionHandler implements SessionListener {
    @Override
    public void onOpened(boolean resumed) {
      if (!resumed) {
        var why =
            ErrorCodes.localError("disconnected", "The server has forgotten the session", null);
        correlator.failSentUntil(why, loop.now());
      }
      takeQueue().forEach(queued -> forwardReply(send(queued.message), queued));
    }

    @Override
    public void onAuthenticationRefused(ApiError why) {
      correlator.failSentUntil(why, loop.now());
      var refusal = new ParsedReply(UNAUTHORIZED, null, List.of(), List.of(why));
      takeQueue().forEach(queued -> queued.reply.complete(refusal));
    }

    /**
     * Messages in flight may still be answered over the session's next connection, for a short
     * time.
     */
    @Override
    public void onConnectionLost(ApiError why) {
      sendsNotifications = false;
      var now = loop.now();
      loop.schedule(policy.replayWindow(), () -> correlator.failSentUntil(why, now));
      takeQueue().forEach(queued -> forwardReply(http.exchange(queued.message), queued));
    }

    @Override
    public void onFrame(ParsedReply frame) {
      correlator.onFrame(frame);
    }

    @Override
    public void onUnreadableFrame(ApiError why) {
      correlator.failSentUntil(why, loop.now());
    }
  }
}
