package dev.callsheet.runtime.internal.websocket;

import dev.callsheet.runtime.client.error.ApiError;
import dev.callsheet.runtime.internal.loop.EventLoop;
import dev.callsheet.runtime.internal.transport.TransportRequest;
import dev.callsheet.runtime.internal.transport.TransportRequest.Purpose;
import dev.callsheet.runtime.internal.wire.ApiReply;
import dev.callsheet.runtime.internal.wire.ApiReply.ParsedReply;
import dev.callsheet.runtime.internal.wire.ErrorCodes;
import dev.callsheet.runtime.internal.wire.ReplyItem;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;

/**
 * Matches the frames of a WebSocket to the messages that were sent over it. The protocol has no
 * numbers for messages; what frames and messages have in common is the UUIDs of tasks.
 *
 * <p>The rule: the first mention of a task after a message about it answers that message. It is
 * sound because at most one message about a task is in flight over the socket at a time (another
 * goes over HTTP, see {@link #hasPending}), and because a task is mentioned unasked only when the
 * message has been answered or the answer would say the same. A message is answered when each of
 * its tasks has been mentioned, or one second after the first of them was. Everything else is a
 * notification.
 *
 * <p>What cannot be matched counts as unanswered, never as an answer: a frame with errors of no
 * task may concern any message in flight, and so all of them fail as unknown. After an exchange
 * without a clear answer, a late frame could be taken for the answer to the next message about the
 * task; therefore that message goes over HTTP ({@link #takeUnresolved}), where a reply belongs to
 * its request. Each frame costs time in proportion to the tasks that it names.
 *
 * <p>Changes on the loop only.
 */
final class ResponseCorrelator {
  private static final int OK = 200;

  /** Replies come in one frame as a rule; where they come in several, these follow soon. */
  private static final Duration PARTIAL_REPLY_TIMEOUT = Duration.ofSeconds(1);

  private final EventLoop loop;
  private final Consumer<ParsedReply> notificationListener;
  private final Map<UUID, PendingExchange> pending = new HashMap<>();
  private final Map<Purpose, ExchangeTimeouts> timeouts = new EnumMap<>(Purpose.class);
  private final Set<UUID> unresolved = new HashSet<>();

  /**
   * @param replyTimeouts how long to wait for the first mention of a task, by purpose
   * @param notificationListener called with what is said of tasks that no message waits for
   */
  ResponseCorrelator(
      EventLoop loop,
      Map<Purpose, Duration> replyTimeouts,
      Consumer<ParsedReply> notificationListener) {
    this.loop = loop;
    this.notificationListener = notificationListener;
    replyTimeouts.forEach(
        (purpose, time) -> timeouts.put(purpose, new ExchangeTimeouts(time, loop, this::expire)));
  }

  /** A message is sent; completes with the reply to it. */
  CompletableFuture<ApiReply> register(TransportRequest message) {
    var exchange = timeoutsOf(message.purpose()).start(message);
    message.tasks().forEach(task -> pending.put(task, exchange));
    return exchange.reply();
  }

  /** Whether a message about one of these tasks is in flight. */
  boolean hasPending(TransportRequest message) {
    return message.tasks().stream().anyMatch(pending::containsKey);
  }

  /**
   * Whether the last message about one of these tasks got no clear answer: then this one has to go
   * over HTTP, where a reply belongs to its request. The tasks count as resolved after this call.
   */
  boolean takeUnresolved(TransportRequest message) {
    return !unresolved.isEmpty() && unresolved.removeAll(message.tasks());
  }

  /** Takes in a frame; one with nothing but errors of no task concerns all messages in flight. */
  void onFrame(ParsedReply frame) {
    var frames = TaskFrame.byTask(frame);
    var unmatched = new ArrayList<ReplyItem>();
    var failures = new ArrayList<ApiError>();
    frames.forEach(
        (task, taskFrame) -> {
          var exchange = pending.get(task);
          if (exchange != null) {
            pending.remove(task);
            addToExchange(exchange, task, taskFrame);
          } else {
            unmatched.addAll(taskFrame.items());
            failures.addAll(taskFrame.failures());
          }
        });
    if (!unmatched.isEmpty() || !failures.isEmpty()) {
      notificationListener.accept(new ParsedReply(OK, null, unmatched, failures));
    }
    if (frames.isEmpty() && frame.items().isEmpty()) {
      frame.firstError().ifPresent(error -> failSentUntil(error, loop.now()));
    }
  }

  private void addToExchange(PendingExchange exchange, UUID task, TaskFrame taskFrame) {
    var first = !exchange.isPartlyAnswered();
    exchange.add(task, taskFrame);
    if (exchange.isDone()) {
      timeoutsOf(exchange.purpose()).remove(exchange);
    } else if (first) {
      loop.schedule(PARTIAL_REPLY_TIMEOUT, () -> expire(exchange));
    }
  }

  /** Fails the exchanges sent until a moment: their answers are lost, or cannot be matched. */
  void failSentUntil(ApiError why, long until) {
    for (var waiting : timeouts.values()) {
      waiting.sentUntil(until).forEach(exchange -> fail(exchange, why));
    }
  }

  private void expire(PendingExchange exchange) {
    if (exchange.isPartlyAnswered() && !exchange.isDone()) {
      unregister(exchange);
      exchange.complete();
    } else if (!exchange.isDone()) {
      fail(exchange, ErrorCodes.localError("timeout", "No answer over the WebSocket", null));
    }
  }

  private void fail(PendingExchange exchange, ApiError why) {
    unresolved.addAll(exchange.openTasks());
    unregister(exchange);
    exchange.fail(why);
  }

  private void unregister(PendingExchange exchange) {
    exchange.openTasks().forEach(task -> pending.remove(task, exchange));
    timeoutsOf(exchange.purpose()).remove(exchange);
  }

  private ExchangeTimeouts timeoutsOf(Purpose purpose) {
    var waiting = timeouts.get(purpose);
    if (waiting == null) {
      throw new IllegalStateException("no timeout is set for a " + purpose);
    }
    return waiting;
  }
}
