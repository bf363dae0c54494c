package dev.callsheet.runtime.client.policy;

import java.time.Duration;
import java.util.random.RandomGenerator;

/**
 * How often the server is asked for the state of a task.
 *
 * @param initialDelay the wait before the first question, and after every new result
 * @param factor how much longer the wait grows while nothing is new; at least 1
 * @param maxDelay the longest wait
 * @param jitter the random part added to each wait: 0.2 is up to 20 %
 * @param batchWindow jobs whose turn comes within this time are asked for in the same request
 * @param maxBatchSize the most jobs in one request; 1 asks for each alone
 * @param errorGracePeriod how long a task that reports an error and makes no more progress may stay
 *     short of results before the missing ones are given up
 */
public record PollPolicy(
    Duration initialDelay,
    double factor,
    Duration maxDelay,
    double jitter,
    Duration batchWindow,
    int maxBatchSize,
    Duration errorGracePeriod) {

  /**
   * Checks the values.
   *
   * @throws IllegalArgumentException if one is out of range
   */
  public PollPolicy {
    if (initialDelay.isNegative() || factor < 1 || jitter < 0 || maxBatchSize < 1) {
      throw new IllegalArgumentException(
          "A PollPolicy needs initialDelay >= 0, factor >= 1, jitter >= 0 and maxBatchSize >= 1");
    }
  }

  /** From 1 second growing by half to 10 seconds; up to 100 jobs in a request. */
  public static PollPolicy standard() {
    return new PollPolicy(
        Duration.ofSeconds(1),
        1.5,
        Duration.ofSeconds(10),
        0.2,
        Duration.ofMillis(200),
        100,
        Duration.ofSeconds(30));
  }

  /** Always the same wait, without jitter: for local servers and tests. */
  public static PollPolicy fixedDelay(Duration wait) {
    return new PollPolicy(wait, 1, wait, 0, wait.dividedBy(4), 100, wait.multipliedBy(20));
  }

  /**
   * The same for servers that are asked for one job in each request.
   *
   * @param least the shortest wait that they allow
   */
  public PollPolicy oneByOne(Duration least) {
    return new PollPolicy(
        longer(initialDelay, least),
        factor,
        longer(maxDelay, least),
        jitter,
        batchWindow,
        1,
        errorGracePeriod);
  }

  private static Duration longer(Duration one, Duration other) {
    return one.compareTo(other) >= 0 ? one : other;
  }

  /** The wait that follows one of {@code last} when there was nothing new. */
  public Duration nextDelay(Duration last) {
    return Backoff.multiplied(last, factor, maxDelay);
  }

  /** The wait with its random part. */
  public Duration withJitter(Duration wait, RandomGenerator random) {
    return Backoff.withJitter(wait, jitter, random);
  }
}
