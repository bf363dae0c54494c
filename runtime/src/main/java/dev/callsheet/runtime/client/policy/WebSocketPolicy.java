package dev.callsheet.runtime.client.policy;

import java.time.Duration;
import java.util.random.RandomGenerator;

/**
 * How a WebSocket is kept alive and opened again.
 *
 * @param pingInterval the time between two pings
 * @param pingTimeout how long after a ping nothing at all may come before the connection counts as
 *     dead
 * @param authenticationTimeout the longest wait for the reply to the authentication
 * @param replayWindow how long after a break an answer that was under way may still come by the
 *     session's next connection
 * @param initialDelay the wait before the first attempt to connect again
 * @param maxDelay the longest such wait; each is twice as long as the one before, and up to half
 *     more at random
 */
public record WebSocketPolicy(
    Duration pingInterval,
    Duration pingTimeout,
    Duration authenticationTimeout,
    Duration replayWindow,
    Duration initialDelay,
    Duration maxDelay) {

  private static final int DOUBLINGS = 20;
  private static final double JITTER = 0.5;

  /**
   * Checks the values.
   *
   * @throws IllegalArgumentException if one is out of range
   */
  public WebSocketPolicy {
    if (pingInterval.isNegative()
        || pingInterval.isZero()
        || initialDelay.isNegative()
        || replayWindow.isNegative()) {
      throw new IllegalArgumentException(
          "A WebSocketPolicy needs pingInterval > 0, replayWindow >= 0 and initialDelay >= 0");
    }
  }

  /**
   * A ping every 30 seconds (the server closes after 120 without messages), 15 seconds to answer
   * it; 15 seconds to authenticate; attempts to connect again after 1 to 30 seconds.
   */
  public static WebSocketPolicy standard() {
    return new WebSocketPolicy(
        Duration.ofSeconds(30),
        Duration.ofSeconds(15),
        Duration.ofSeconds(15),
        Duration.ofSeconds(2),
        Duration.ofSeconds(1),
        Duration.ofSeconds(30));
  }

  /**
   * The wait before the next attempt to connect.
   *
   * @param failures how many have failed since a connection stood, from 1
   */
  public Duration reconnectDelay(int failures, RandomGenerator random) {
    var factor = (double) (1L << Math.min(failures - 1, DOUBLINGS));
    return Backoff.withJitter(Backoff.multiplied(initialDelay, factor, maxDelay), JITTER, random);
  }
}
