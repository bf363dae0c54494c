package dev.callsheet.sandbox.knob;

import java.time.Duration;

/**
 * How a sandbox behaves over WebSocket, where the real API leaves a choice.
 *
 * @param offered whether there is a WebSocket at all; without one, the upgrade is refused
 * @param idle how long a connection may be without messages before it is closed
 * @param replay how long what could not be delivered is kept for a session that comes back
 * @param pushedResults what is told without being asked
 * @param strayFrames how many frames that nobody asked for come before the reply to the
 *     authentication
 */
public record SocketKnobs(
    boolean offered, Duration idle, Duration replay, PushedResults pushedResults, int strayFrames) {

  private static final Duration DOCUMENTED = Duration.ofMinutes(2);

  /** Refuses what cannot be meant. */
  public SocketKnobs {
    if (idle.isNegative() || idle.isZero() || replay.isNegative() || strayFrames < 0) {
      throw new IllegalArgumentException(
          "a WebSocket needs idle > 0, replay >= 0 and strayFrames >= 0");
    }
  }

  /** As documented: 120 seconds of idleness, 120 seconds of replay. */
  public static SocketKnobs defaults() {
    return new SocketKnobs(true, DOCUMENTED, DOCUMENTED, PushedResults.EACH, 0);
  }

  /** The same without WebSockets. */
  public SocketKnobs refused() {
    return new SocketKnobs(false, idle, replay, pushedResults, strayFrames);
  }

  /** The same with this time without messages until a connection is closed. */
  public SocketKnobs idle(Duration time) {
    return new SocketKnobs(offered, time, replay, pushedResults, strayFrames);
  }

  /** The same with this time that undelivered frames are kept for; zero for none. */
  public SocketKnobs replay(Duration time) {
    return new SocketKnobs(offered, idle, time, pushedResults, strayFrames);
  }

  /** The same with this much told without being asked. */
  public SocketKnobs pushing(PushedResults what) {
    return new SocketKnobs(offered, idle, replay, what, strayFrames);
  }

  /** The same with so many frames before the reply to the authentication. */
  public SocketKnobs strayFrames(int frames) {
    return new SocketKnobs(offered, idle, replay, pushedResults, frames);
  }
}
