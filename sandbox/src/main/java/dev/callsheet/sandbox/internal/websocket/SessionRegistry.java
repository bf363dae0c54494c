package dev.callsheet.sandbox.internal.websocket;

import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/** All sessions since the start. */
final class SessionRegistry {
  private final Duration replayWindow;
  private final InstantSource clock;
  private final Map<String, ServerSession> byId = new ConcurrentHashMap<>();

  SessionRegistry(Duration window, InstantSource clock) {
    this.replayWindow = window;
    this.clock = clock;
  }

  /** The session of that id, if there is one of the same key; else a new one. */
  ServerSession resume(String id, String apiKey) {
    ServerSession known = byId.get(id);
    return known == null || !known.belongsTo(apiKey) ? create(apiKey) : known;
  }

  private ServerSession create(String apiKey) {
    ServerSession session =
        new ServerSession(UUID.randomUUID().toString(), apiKey, replayWindow, clock);
    byId.put(session.id(), session);
    return session;
  }
}
