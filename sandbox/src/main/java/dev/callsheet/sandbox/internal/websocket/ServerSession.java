package dev.callsheet.sandbox.internal.websocket;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Queue;
import java.util.function.LongConsumer;
import org.jspecify.annotations.Nullable;

/**
 * The frames for one client, whichever its connection: those that cannot be sent are kept for the
 * next connection, for a while.
 */
final class ServerSession {
  private record Undelivered(Instant since, String frame, Runnable onSent) {}

  /** Of longer frames together, the first ones are dropped. */
  private static final int MAX_UNDELIVERED = 8 << 20;

  private final String id;
  private final String apiKey;
  private final Duration replayWindow;
  private final InstantSource clock;
  private final Queue<Undelivered> undelivered = new ArrayDeque<>();
  private long undeliveredLength;
  private final LongConsumer onWeight;
  private volatile @Nullable ServerConnection connection;

  /**
   * A session without a connection.
   *
   * @param onWeight called with the number of bytes by which what it keeps has grown
   */
  ServerSession(
      String id, String apiKey, Duration window, InstantSource clock, LongConsumer onWeight) {
    this.onWeight = onWeight;
    this.id = id;
    this.apiKey = apiKey;
    this.replayWindow = window;
    this.clock = clock;
  }

  String id() {
    return id;
  }

  /** Whether its client is there. Takes no lock, since it is asked while others are held. */
  boolean isConnected() {
    ServerConnection current = connection;
    return current != null && current.isOpen();
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
    ServerConnection current = connection;
    if (current == null || !current.isOpen()) {
      keep(frame, onSent);
      return;
    }
    onSent.run(); // before the client can know of it
    if (!current.send(frame)) {
      keep(frame, () -> {});
    }
  }

  /** Keeps a frame, and drops what is too old by now or too much. */
  private void keep(String frame, Runnable onSent) {
    Instant oldest = clock.instant().minus(replayWindow);
    undelivered.add(new Undelivered(clock.instant(), frame, onSent));
    long before = undeliveredLength;
    undeliveredLength += frame.length();
    for (Undelivered first = undelivered.peek();
        first != null && (undeliveredLength > MAX_UNDELIVERED || !first.since().isAfter(oldest));
        first = undelivered.peek()) {
      undeliveredLength -= undelivered.remove().frame().length();
    }
    onWeight.accept(undeliveredLength - before);
  }

  /** Uses a new connection: sends the greeting, then the frames kept since the last one. */
  synchronized void attach(ServerConnection to, String greeting) {
    connection = to;
    to.send(greeting);
    Instant oldest = clock.instant().minus(replayWindow);
    List<Undelivered> kept = List.copyOf(undelivered);
    undelivered.clear();
    onWeight.accept(-undeliveredLength);
    undeliveredLength = 0;
    for (Undelivered next : kept) {
      if (next.since().isAfter(oldest)) {
        deliver(next.frame(), next.onSent());
      }
    }
  }
}
