package dev.callsheet.sandbox.internal.websocket;

import dev.callsheet.sandbox.internal.limit.Retention;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/** The sessions of clients that are there, or have not been away for long. */
final class SessionRegistry {
  private final Duration replayWindow;
  private final InstantSource clock;
  private final Retention retention;
  private final Map<String, ServerSession> byId = new ConcurrentHashMap<>();

  SessionRegistry(Duration window, InstantSource clock, Retention retention) {
    this.retention = retention;
    retention.onForget(this::forget);
    this.replayWindow = window;
    this.clock = clock;
  }

  /** The session of that id, if there is one of the same key; else a new one. */
  ServerSession resume(String id, String apiKey) {
    retention.sweep();
    ServerSession known = byId.get(id);
    return known == null || !known.belongsTo(apiKey) ? create(apiKey) : known;
  }

  /** What is in use stays; it is kept anew when its client goes away. */
  private void forget(String id) {
    byId.computeIfPresent(id, (same, session) -> session.isConnected() ? session : null);
  }

  /** Keeps a session from now on: its client is there, or has just gone. */
  void keep(ServerSession session) {
    retention.keep(session.id());
  }

  private ServerSession create(String apiKey) {
    String id = UUID.randomUUID().toString();
    ServerSession session =
        new ServerSession(id, apiKey, replayWindow, clock, added -> retention.weigh(id, added));
    byId.put(session.id(), session);
    keep(session);
    return session;
  }
}
