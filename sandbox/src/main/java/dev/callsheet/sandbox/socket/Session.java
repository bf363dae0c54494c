package dev.callsheet.sandbox.socket;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.Queue;
import org.jspecify.annotations.Nullable;

/**
 * What is to be told to one caller, over whichever connection there is: frames that find none wait
 * for the next, for a while.
 */
final class Session {
  private record Undelivered(Instant since, String frame) {}

  private final String id;
  private final Duration window;
  private final InstantSource clock;
  private final Queue<Undelivered> undelivered = new ArrayDeque<>();
  private @Nullable Line line;

  Session(String id, Duration window, InstantSource clock) {
    this.id = id;
    this.window = window;
    this.clock = clock;
  }

  String id() {
    return id;
  }

  /** Tells the caller now, or when the caller is back. */
  synchronized void tell(String frame) {
    if (line == null || !line.send(frame)) {
      undelivered.add(new Undelivered(clock.instant(), frame));
    }
  }

  /** The caller is there, over that connection: it is greeted, then told what it has missed. */
  synchronized void attach(Line to, String greeting) {
    line = to;
    to.send(greeting);
    Instant oldest = clock.instant().minus(window);
    for (var next = undelivered.poll(); next != null; next = undelivered.poll()) {
      if (next.since().isAfter(oldest)) {
        tell(next.frame());
      }
    }
  }
}
