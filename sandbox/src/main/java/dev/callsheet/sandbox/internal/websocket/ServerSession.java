package dev.callsheet.sandbox.internal.websocket;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Queue;
import org.jspecify.annotations.Nullable;

/**
 * The frames for one client, whichever its connection: those that cannot be sent are kept for the
 * next connection, for a while.
 */
final class ServerSession {
  private record Undelivered(Instant since, String frame, Runnable onSent) {}

  private final String id;
  private final String apiKey;
  private final Duration replayWindow;
  private final InstantSource clock;
  private final Queue<Undelivered> undelivered = new ArrayDeque<>();
  private @Nullable ServerConnection connection;

  ServerSession(String id, String apiKey, Duration window, InstantSource clock) {
    this.id = id;
    this.apiKey = apiKey;
    this.replayWindow = window;
    this.clock = clock;
  }

  String id() {
    return id;
  }

  /** Whether it was begun with that key. */
  boolean belongsTo(String key) {
    return apiKey.equals(key);
  }

  /**
   * Sends a frame now, or keeps it until the client reconnects.
   *
   * @param onSent called when there was somebody to send it to, now or then
   */
  synchronized void deliver(String frame, Runnable onSent) {
    if (connection == null || !connection.isOpen()) {
      undelivered.add(new Undelivered(clock.instant(), frame, onSent));
      return;
    }
    onSent.run(); // before the client can know of it
    if (!connection.send(frame)) {
      undelivered.add(new Undelivered(clock.instant(), frame, () -> {}));
    }
  }

  /** Uses a new connection: sends the greeting, then the frames kept since the last one. */
  synchronized void attach(ServerConnection to, String greeting) {
    connection = to;
    to.send(greeting);
    Instant oldest = clock.instant().minus(replayWindow);
    List<Undelivered> kept = List.copyOf(undelivered);
    undelivered.clear();
    for (Undelivered next : kept) {
      if (next.since().isAfter(oldest)) {
        deliver(next.frame(), next.onSent());
      }
    }
  }
}
