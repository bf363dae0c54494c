package dev.callsheet.sandbox.internal.websocket;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.Queue;
import org.jspecify.annotations.Nullable;

/**
 * The frames for one client, whichever its connection: those that cannot be sent are kept for the
 * next connection, for a while.
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

  /** Sends a frame now, or keeps it until the client reconnects. */
  synchronized void deliver(String frame) {
    if (connection == null || !connection.send(frame)) {
      undelivered.add(new Undelivered(clock.instant(), frame));
    }
  }

  /** Uses a new connection: sends the greeting, then the frames kept since the last one. */
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
