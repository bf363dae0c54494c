package dev.callsheet.runtime.internal.websocket;

import dev.callsheet.runtime.client.error.ApiError;
import dev.callsheet.runtime.internal.loop.EventLoop;
import dev.callsheet.runtime.internal.transport.TransportRequest;
import dev.callsheet.runtime.internal.transport.TransportRequest.Purpose;
import dev.callsheet.runtime.internal.wire.ApiReply;
import dev.callsheet.runtime.internal.wire.ApiReply.ParsedReply;
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
 * Finds out which frame answers which message: the first word on a task after a message about it.
 * Everything else is news. Changes on the loop only.
 */
final class ResponseCorrelator {
  private static final int OK = 200;

  /** Replies come in one frame; where they come in several, the others are not far. */
  private static final Duration PARTIAL_REPLY_TIMEOUT = Duration.ofSeconds(1);

  private final EventLoop loop;
  private final Consumer<ParsedReply> notificationListener;
  private final Map<UUID, PendingExchange> pending = new HashMap<>();
  private final Map<Purpose, ExchangeTimeouts> timeouts = new EnumMap<>(Purpose.class);
  private final Set<UUID> unresolved = new HashSet<>();

  /**
   * @param patience how long the first word on a task is waited for, by what was asked
   * @param news told what is said of tasks that no message is under way about
   */
  ResponseCorrelator(EventLoop loop, Map<Purpose, Duration> patience, Consumer<ParsedReply> news) {
    this.loop = loop;
    this.notificationListener = news;
    patience.forEach(
        (purpose, time) -> timeouts.put(purpose, new ExchangeTimeouts(time, loop, this::expire)));
  }

  /** A message is sent; completes with what is said of its tasks. */
  CompletableFuture<ApiReply> register(TransportRequest message) {
    var exchange = timeoutsOf(message.purpose()).start(message);
    message.tasks().forEach(task -> pending.put(task, exchange));
    return exchange.reply();
  }

  /** Whether a message about one of these tasks is under way already. */
  boolean hasPending(TransportRequest message) {
    return message.tasks().stream().anyMatch(pending::containsKey);
  }

  /**
   * Whether the last message about one of these tasks got no clear answer: then this one had better
   * go where a reply belongs to its request. It is taken to do so.
   */
  boolean takeUnresolved(TransportRequest message) {
    return !unresolved.isEmpty() && unresolved.removeAll(message.tasks());
  }

  /** Takes in a frame; one with nothing but errors of no task concerns all that is under way. */
  void onFrame(ParsedReply frame) {
    var mentions = TaskFrame.byTask(frame);
    var untold = new ArrayList<ReplyItem>();
    var failures = new ArrayList<ApiError>();
    mentions.forEach(
        (task, mention) -> {
          var exchange = pending.get(task);
          if (exchange != null) {
            pending.remove(task);
            addToExchange(exchange, task, mention);
          } else {
            untold.addAll(mention.items());
            failures.addAll(mention.failures());
          }
        });
    if (!untold.isEmpty() || !failures.isEmpty()) {
      notificationListener.accept(new ParsedReply(OK, null, untold, failures));
    }
    if (mentions.isEmpty() && frame.items().isEmpty()) {
      frame.firstError().ifPresent(error -> failSentUntil(error, loop.now()));
    }
  }

  private void addToExchange(PendingExchange exchange, UUID task, TaskFrame mention) {
    var first = !exchange.isPartlyAnswered();
    exchange.add(task, mention);
    if (exchange.isDone()) {
      timeoutsOf(exchange.purpose()).remove(exchange);
    } else if (first) {
      loop.schedule(PARTIAL_REPLY_TIMEOUT, () -> expire(exchange));
    }
  }

  /** What was sent until a moment has got lost, or got an answer that nobody can tell whose. */
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
      fail(exchange, ApiError.local("timeout", "No answer over the WebSocket", null));
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
      throw new IllegalStateException("no patience is known for a " + purpose);
    }
    return waiting;
  }
}
