package dev.callsheet.sandbox.internal.websocket;

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
final class ServerSession {
  private record Undelivered(Instant since, String frame) {}

  private final String id;
  private final Duration replayWindow;
  private final InstantSource clock;
  private final Queue<Undelivered> undelivered = new ArrayDeque<>();
  private @Nullable ServerConnection connection;

  ServerSession(String id, Duration window, InstantSource clock) {
    this.id = id;
    this.replayWindow = window;
    this.clock = clock;
  }

  String id() {
    return id;
  }

  /** Tells the caller now, or when the caller is back. */
  synchronized void deliver(String frame) {
    if (connection == null || !connection.send(frame)) {
      undelivered.add(new Undelivered(clock.instant(), frame));
    }
  }

  /** The caller is there, over that connection: it is greeted, then told what it has missed. */
  synchronized void attach(ServerConnection to, String greeting) {
    connection = to;
    to.send(greeting);
    Instant oldest = clock.instant().minus(replayWindow);
    for (var next = undelivered.poll(); next != null; next = undelivered.poll()) {
      if (next.since().isAfter(oldest)) {
        deliver(next.frame());
      }
    }
  }
}
