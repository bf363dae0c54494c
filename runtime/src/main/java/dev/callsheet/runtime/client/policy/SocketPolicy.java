package dev.callsheet.runtime.client.policy;

import java.time.Duration;
import java.util.random.RandomGenerator;

/**
 * How a WebSocket is kept alive and made anew.
 *
 * @param ping the time between two pings
 * @param silence how long after a ping nothing at all may come before the connection counts as dead
 * @param authentication the longest wait for the reply to the authentication
 * @param replay how long after a break an answer that was under way may still come by the session's
 *     next connection
 * @param first the wait before the first attempt to connect again
 * @param longest the longest such wait; each is twice as long as the one before, and up to half
 *     more at random
 */
public record SocketPolicy(
    Duration ping,
    Duration silence,
    Duration authentication,
    Duration replay,
    Duration first,
    Duration longest) {

  private static final int DOUBLINGS = 20;
  private static final double JITTER = 0.5;

  /** Refuses what cannot be meant. */
  public SocketPolicy {
    if (ping.isNegative() || ping.isZero() || first.isNegative() || replay.isNegative()) {
      throw new IllegalArgumentException(
          "A socket policy needs ping > 0, replay >= 0 and first >= 0");
    }
  }

  /**
   * A ping every 30 seconds (the server closes after 120 without messages), 15 seconds to answer
   * it; 15 seconds to authenticate; attempts to connect again after 1 to 30 seconds.
   */
  public static SocketPolicy standard() {
    return new SocketPolicy(
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
  public Duration pause(int failures, RandomGenerator random) {
    var factor = (double) (1L << Math.min(failures - 1, DOUBLINGS));
    return Jitter.added(Jitter.times(first, factor, longest), JITTER, random);
  }
}
