package dev.callsheet.sandbox.internal.exchange;

import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

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
    add(
        new Exchange(
            0,
            0,
            clock.instant(),
            line,
            "",
            CapturedText.shortened(text),
            null,
            "",
            new Exchange.NamedTasks(CapturedText.namedBeyond(text), new long[0]),
            null));
  }

  Instant now() {
    return clock.instant();
  }

  private synchronized Exchange add(Exchange exchange) {
    lastNumber++;
    Exchange numbered = exchange.numbered(lastNumber);
    byNumber.put(lastNumber, numbered);
    weight += numbered.weight();
    while (byNumber.size() > MOST || (weight > HEAVIEST && byNumber.size() > 1)) {
      weight -= byNumber.pollFirstEntry().getValue().weight();
    }
    return numbered;
  }

  /**
   * Puts an exchange as the latest, in place of what it was before. One that began before all was
   * forgotten stays forgotten.
   *
   * @param ofRun the {@link #run} in which it began
   * @param before what it was before, which may have been forgotten; null where it is new
   * @return the exchange, with its number where it was added
   */
  synchronized Exchange put(UUID ofRun, @Nullable Exchange before, Exchange now) {
    if (!ofRun.equals(run)) {
      return now;
    }
    if (before != null && byNumber.remove(before.number()) != null) {
      weight -= before.weight();
    }
    return add(now);
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
