package dev.callsheet.sandbox.socket;

import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/** All sessions there ever were. */
final class Sessions {
  private final Duration window;
  private final InstantSource clock;
  private final Map<String, Session> byId = new ConcurrentHashMap<>();

  Sessions(Duration window, InstantSource clock) {
    this.window = window;
    this.clock = clock;
  }

  /** The session of that id, if there is one; else a new one. */
  Session resume(String id) {
    Session known = byId.get(id);
    return known == null ? begin() : known;
  }

  private Session begin() {
    Session session = new Session(UUID.randomUUID().toString(), window, clock);
    byId.put(session.id(), session);
    return session;
  }
}
