package dev.callsheet.sandbox.internal.exchange;

import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.TreeMap;
import java.util.UUID;

/**
 * The latest exchanges, a few hundred of them: they are for whoever looks on, and are forgotten
 * long before the tasks that they are about.
 */
public final class ExchangeLog {
  private static final int MOST = 300;
  private static final long HEAVIEST = 8L << 20;

  private final InstantSource clock;
  private final TreeMap<Long, Exchange> byNumber = new TreeMap<>();
  private UUID run = UUID.randomUUID();
  private long lastNumber;
  private long weight;

  /** An empty log. */
  public ExchangeLog(InstantSource clock) {
    this.clock = clock;
  }

  /** Adds a message over a WebSocket. */
  public void message(String line, String text) {
    put(
        new Exchange(
            0, 0, clock.instant(), line, "", CapturedText.shortened(text), null, "", null));
  }

  Instant now() {
    return clock.instant();
  }

  /** Adds an exchange as the latest; returns it with its number. */
  synchronized Exchange put(Exchange exchange) {
    lastNumber++;
    Exchange numbered = exchange.numbered(lastNumber);
    byNumber.put(lastNumber, numbered);
    weight += numbered.weight();
    while (byNumber.size() > MOST || (weight > HEAVIEST && byNumber.size() > 1)) {
      weight -= byNumber.pollFirstEntry().getValue().weight();
    }
    return numbered;
  }

  /** Puts what became of an exchange in its place, as the latest; it may have been forgotten. */
  synchronized Exchange replace(Exchange before, Exchange after) {
    if (byNumber.remove(before.number()) != null) {
      weight -= before.weight();
    }
    return put(after);
  }

  /** What is another one after all has been forgotten, and in another log. */
  public synchronized UUID run() {
    return run;
  }

  /** Forgets all of them. */
  public synchronized void clear() {
    run = UUID.randomUUID();
    byNumber.clear();
    weight = 0;
  }

  /** Those with a greater number, the latest first, at most so many. */
  public synchronized List<Exchange> latest(long after, int limit) {
    return byNumber.tailMap(after, false).descendingMap().values().stream().limit(limit).toList();
  }

  /** What was sent to the sandbox, in the order in which it began. */
  public List<Exchange> received() {
    return latest(0, MOST).stream()
        .filter(Exchange::isReceived)
        .sorted(Comparator.comparingLong(Exchange::id))
        .toList();
  }

  /** Those that name a task, in their order; the latest of them, at most so many. */
  public List<Exchange> about(String task, int limit) {
    List<Exchange> found = new ArrayList<>();
    for (Exchange exchange : latest(0, MOST)) {
      if (found.size() < limit && exchange.mentions(task)) {
        found.add(0, exchange);
      }
    }
    return found;
  }
}
