package dev.callsheet.runtime.client.transport.socket;

import dev.callsheet.runtime.client.loop.Loop;
import dev.callsheet.runtime.client.transport.Message;
import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

/**
 * The exchanges of one kind that wait for an answer, the oldest first. All wait equally long, so
 * that one alarm does for all. Changes on the loop only.
 */
final class Waiting {
  private final long patience;
  private final Loop loop;
  private final Consumer<Exchange> expired;
  private final Set<Exchange> exchanges = new LinkedHashSet<>();
  private boolean alarmed;

  /**
   * @param patience how long each may wait
   * @param expired told of each that has waited longer; ends it
   */
  Waiting(Duration patience, Loop loop, Consumer<Exchange> expired) {
    this.patience = patience.toNanos();
    this.loop = loop;
    this.expired = expired;
  }

  Exchange begin(Message message) {
    var exchange = new Exchange(message, loop.now());
    exchanges.add(exchange);
    setAlarm();
    return exchange;
  }

  void end(Exchange exchange) {
    exchanges.remove(exchange);
  }

  /** Those whose message was sent until that moment. */
  List<Exchange> sentUntil(long moment) {
    return exchanges.stream().filter(exchange -> exchange.sent() <= moment).toList();
  }

  private void setAlarm() {
    if (!alarmed && !exchanges.isEmpty()) {
      alarmed = true;
      var oldest = exchanges.iterator().next();
      loop.after(Duration.ofNanos(oldest.sent() + patience - loop.now()), this::ring);
    }
  }

  private void ring() {
    alarmed = false;
    sentUntil(loop.now() - patience).forEach(expired);
    setAlarm();
  }
}
