package dev.callsheet.sandbox.internal.limit;

import dev.callsheet.sandbox.behavior.SandboxLimits;
import java.time.Duration;
import java.time.InstantSource;
import java.util.stream.Stream;

/**
 * How long a sandbox keeps what it is sent and what it makes of it.
 *
 * @param tasks by the task: the task itself, its results, its account
 * @param history by the task: what was said of it last
 * @param uploads by the UUID: what callers stored
 * @param sessions by the identifier: what could not be delivered over a connection that has ended
 */
public record Retentions(
    Retention tasks, Retention history, Retention uploads, Retention sessions) {
  private Stream<Retention> all() {
    return Stream.of(tasks, history, uploads, sessions);
  }

  /** Forgets what is no longer kept. */
  public void sweep() {
    all().forEach(Retention::sweep);
  }

  /** Forgets everything. */
  public void forgetAll() {
    all().forEach(Retention::forgetAll);
  }

  /**
   * Nothing is kept yet.
   *
   * @param sessionTime how long a client may be away
   */
  public static Retentions of(SandboxLimits limits, Duration sessionTime, InstantSource clock) {
    Duration time = limits.keepTime();
    int count = limits.keepTasks();
    long weight = limits.storedBytes();
    return new Retentions(
        new Retention(time, count, weight, clock),
        new Retention(time, count, weight, clock),
        new Retention(time, count, weight, clock),
        new Retention(sessionTime, count, weight, clock));
  }
}
