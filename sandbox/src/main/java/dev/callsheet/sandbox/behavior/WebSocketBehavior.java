package dev.callsheet.sandbox.behavior;

import java.time.Duration;

/**
 * How a sandbox behaves over WebSocket, where the real API leaves a choice.
 *
 * @param enabled whether there is a WebSocket at all; without one, the upgrade is refused
 * @param idleTimeout how long a connection may be without messages before it is closed
 * @param replayWindow how long what could not be delivered is kept for a session that comes back
 * @param pushedResults which results are pushed
 * @param strayFrames how many unrelated frames are sent before the reply to the authentication
 */
public record WebSocketBehavior(
    boolean enabled,
    Duration idleTimeout,
    Duration replayWindow,
    PushedResults pushedResults,
    int strayFrames) {

  private static final Duration DOCUMENTED = Duration.ofMinutes(2);

  /** With longer ones, times could not be told any more. */
  private static final Duration LONGEST = Duration.ofDays(3650);

  /** Checks the ranges. */
  public WebSocketBehavior {
    if (idleTimeout.isNegative()
        || idleTimeout.isZero()
        || replayWindow.isNegative()
        || strayFrames < 0) {
      throw new IllegalArgumentException(
          "a WebSocket needs idle > 0, replay >= 0 and strayFrames >= 0");
    }
    if (idleTimeout.compareTo(LONGEST) > 0 || replayWindow.compareTo(LONGEST) > 0) {
      throw new IllegalArgumentException(
          "a WebSocket's idle and replay are at most " + LONGEST.toDays() + " days");
    }
  }

  /**
   * As documented: 120 seconds of idleness, 120 seconds of replay. Nothing is pushed, since
   * official clients poll and count a result twice that is pushed as well.
   */
  public static WebSocketBehavior defaults() {
    return new WebSocketBehavior(true, DOCUMENTED, DOCUMENTED, PushedResults.NONE, 0);
  }

  /** The same without WebSockets. */
  public WebSocketBehavior disabled() {
    return new WebSocketBehavior(false, idleTimeout, replayWindow, pushedResults, strayFrames);
  }

  /** The same with this time without messages until a connection is closed. */
  public WebSocketBehavior idleTimeout(Duration time) {
    return new WebSocketBehavior(enabled, time, replayWindow, pushedResults, strayFrames);
  }

  /** The same with this time that undelivered frames are kept for; zero for none. */
  public WebSocketBehavior replayWindow(Duration time) {
    return new WebSocketBehavior(enabled, idleTimeout, time, pushedResults, strayFrames);
  }

  /** The same with these results pushed. */
  public WebSocketBehavior pushedResults(PushedResults what) {
    return new WebSocketBehavior(enabled, idleTimeout, replayWindow, what, strayFrames);
  }

  /** The same with so many frames before the reply to the authentication. */
  public WebSocketBehavior strayFrames(int frames) {
    return new WebSocketBehavior(enabled, idleTimeout, replayWindow, pushedResults, frames);
  }
}
