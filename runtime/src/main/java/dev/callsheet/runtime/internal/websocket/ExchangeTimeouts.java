package dev.callsheet.runtime.internal.websocket;

import dev.callsheet.runtime.internal.loop.EventLoop;
import dev.callsheet.runtime.internal.transport.TransportRequest;
import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

/**
 * The exchanges of one kind that wait for an answer, the oldest first. All wait equally long, so
 * that one alarm does for all. Changes on the loop only.
 */
final class ExchangeTimeouts {
  private final long timeout;
  private final EventLoop loop;
  private final Consumer<PendingExchange> expiryHandler;
  private final Set<PendingExchange> exchanges = new LinkedHashSet<>();
  private boolean isTimeoutScheduled;

  /**
   * @param patience how long each may wait
   * @param expired told of each that has waited longer; ends it
   */
  ExchangeTimeouts(Duration patience, EventLoop loop, Consumer<PendingExchange> expired) {
    this.timeout = patience.toNanos();
    this.loop = loop;
    this.expiryHandler = expired;
  }

  PendingExchange start(TransportRequest message) {
    var exchange = new PendingExchange(message, loop.now());
    exchanges.add(exchange);
    scheduleTimeout();
    return exchange;
  }

  void remove(PendingExchange exchange) {
    exchanges.remove(exchange);
  }

  /** Those whose message was sent until that moment. */
  List<PendingExchange> sentUntil(long moment) {
    return exchanges.stream().filter(exchange -> exchange.sentAt() <= moment).toList();
  }

  private void scheduleTimeout() {
    if (!isTimeoutScheduled && !exchanges.isEmpty()) {
      isTimeoutScheduled = true;
      var oldest = exchanges.iterator().next();
      loop.schedule(Duration.ofNanos(oldest.sentAt() + timeout - loop.now()), this::onTimeout);
    }
  }

  private void onTimeout() {
    isTimeoutScheduled = false;
    sentUntil(loop.now() - timeout).forEach(expiryHandler);
    scheduleTimeout();
  }
}
