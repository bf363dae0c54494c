package dev.callsheet.runtime.internal.websocket;

import dev.callsheet.runtime.internal.loop.EventLoop;
import dev.callsheet.runtime.internal.loop.LoopAlarm;
import dev.callsheet.runtime.internal.transport.TransportRequest;
import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

/**
 * The exchanges of one kind that wait for a reply, the oldest first. All have the same timeout, so
 * one alarm is enough. Changes on the loop only.
 */
final class ExchangeTimeouts {
  private final long timeout;
  private final EventLoop loop;
  private final Consumer<PendingExchange> expiryHandler;
  private final Set<PendingExchange> exchanges = new LinkedHashSet<>();
  private final LoopAlarm alarm;

  /**
   * @param timeout how long each may wait
   * @param expiryHandler called with each that has waited longer; ends it
   */
  ExchangeTimeouts(Duration timeout, EventLoop loop, Consumer<PendingExchange> expiryHandler) {
    this.timeout = timeout.toNanos();
    this.loop = loop;
    this.expiryHandler = expiryHandler;
    this.alarm = new LoopAlarm(loop, this::onTimeout);
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
    if (!exchanges.isEmpty()) {
      alarm.setNoLaterThan(exchanges.iterator().next().sentAt() + timeout);
    }
  }

  private void onTimeout() {
    sentUntil(loop.now() - timeout).forEach(expiryHandler);
    scheduleTimeout();
  }
}
