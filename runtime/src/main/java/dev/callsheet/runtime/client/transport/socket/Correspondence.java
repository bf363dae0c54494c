package dev.callsheet.runtime.client.transport.socket;

import dev.callsheet.runtime.client.error.ApiError;
import dev.callsheet.runtime.client.loop.Loop;
import dev.callsheet.runtime.client.transport.Message;
import dev.callsheet.runtime.client.transport.Message.Purpose;
import dev.callsheet.runtime.client.wire.Item;
import dev.callsheet.runtime.client.wire.Reply;
import dev.callsheet.runtime.client.wire.Reply.Answer;
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
final class Correspondence {
  private static final int OK = 200;

  /** Replies come in one frame; where they come in several, the others are not far. */
  private static final Duration REST_OF_REPLY = Duration.ofSeconds(1);

  private final Loop loop;
  private final Consumer<Answer> news;
  private final Map<UUID, Exchange> pending = new HashMap<>();
  private final Map<Purpose, Waiting> underWay = new EnumMap<>(Purpose.class);
  private final Set<UUID> unclear = new HashSet<>();

  /**
   * @param patience how long the first word on a task is waited for, by what was asked
   * @param news told what is said of tasks that no message is under way about
   */
  Correspondence(Loop loop, Map<Purpose, Duration> patience, Consumer<Answer> news) {
    this.loop = loop;
    this.news = news;
    patience.forEach(
        (purpose, time) -> underWay.put(purpose, new Waiting(time, loop, this::expire)));
  }

  /** A message is sent; completes with what is said of its tasks. */
  CompletableFuture<Reply> begin(Message message) {
    var exchange = waiting(message.purpose()).begin(message);
    message.tasks().forEach(task -> pending.put(task, exchange));
    return exchange.reply();
  }

  /** Whether a message about one of these tasks is under way already. */
  boolean isBusy(Message message) {
    return message.tasks().stream().anyMatch(pending::containsKey);
  }

  /**
   * Whether the last message about one of these tasks got no clear answer: then this one had better
   * go where a reply belongs to its request. It is taken to do so.
   */
  boolean isUnclear(Message message) {
    return !unclear.isEmpty() && unclear.removeAll(message.tasks());
  }

  /** Takes in a frame; one with nothing but errors of no task concerns all that is under way. */
  void heard(Answer frame) {
    var mentions = Mention.in(frame);
    var untold = new ArrayList<Item>();
    var failures = new ArrayList<ApiError>();
    mentions.forEach(
        (task, mention) -> {
          var exchange = pending.get(task);
          if (exchange != null) {
            pending.remove(task);
            answer(exchange, task, mention);
          } else {
            untold.addAll(mention.items());
            failures.addAll(mention.failures());
          }
        });
    if (!untold.isEmpty() || !failures.isEmpty()) {
      news.accept(new Answer(OK, null, untold, failures));
    }
    if (mentions.isEmpty() && frame.items().isEmpty()) {
      frame.trouble().ifPresent(error -> abandon(error, loop.now()));
    }
  }

  private void answer(Exchange exchange, UUID task, Mention mention) {
    var first = !exchange.hasBegun();
    exchange.take(task, mention);
    if (exchange.isOver()) {
      waiting(exchange.purpose()).end(exchange);
    } else if (first) {
      loop.after(REST_OF_REPLY, () -> expire(exchange));
    }
  }

  /** What was sent until a moment has got lost, or got an answer that nobody can tell whose. */
  void abandon(ApiError why, long until) {
    for (var waiting : underWay.values()) {
      waiting.sentUntil(until).forEach(exchange -> fail(exchange, why));
    }
  }

  private void expire(Exchange exchange) {
    if (exchange.hasBegun() && !exchange.isOver()) {
      forget(exchange);
      exchange.conclude();
    } else if (!exchange.isOver()) {
      fail(exchange, ApiError.local("timeout", "No answer over the WebSocket", null));
    }
  }

  private void fail(Exchange exchange, ApiError why) {
    unclear.addAll(exchange.open());
    forget(exchange);
    exchange.fail(why);
  }

  private void forget(Exchange exchange) {
    exchange.open().forEach(task -> pending.remove(task, exchange));
    waiting(exchange.purpose()).end(exchange);
  }

  private Waiting waiting(Purpose purpose) {
    var waiting = underWay.get(purpose);
    if (waiting == null) {
      throw new IllegalStateException("no patience is known for a " + purpose);
    }
    return waiting;
  }
}
