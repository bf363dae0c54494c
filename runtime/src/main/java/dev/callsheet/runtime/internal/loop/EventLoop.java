package dev.callsheet.runtime.internal.loop;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.function.Supplier;

/**
 * Runs small steps one after the other, now or later. All state of all jobs and connections changes
 * in such steps, so that none of it needs a lock. No step ever blocks.
 */
public interface EventLoop extends Executor, AutoCloseable {
  /** Nanoseconds since this loop began; never goes back. */
  long now();

  /** Runs a step after all those that came before it. */
  @Override
  void execute(Runnable step);

  /** Runs a step when a time has passed. */
  void schedule(Duration wait, Runnable step);

  /** The time that has passed since a moment of {@link #now}. */
  default Duration elapsedSince(long moment) {
    return Duration.ofNanos(now() - moment);
  }

  /**
   * Runs a step whose outcome comes with a later one, such as a reply; on any thread.
   *
   * @param ifClosed the outcome where the loop is closed before there is another
   */
  default <T> CompletableFuture<T> call(Supplier<CompletableFuture<T>> step, T ifClosed) {
    var called = CompletableFuture.completedFuture(step).thenComposeAsync(Supplier::get, this);
    return CompletableFuture.anyOf(called, closed()).thenApply(either -> called.getNow(ifClosed));
  }

  /** Completes when no more steps are run. */
  CompletableFuture<Void> closed();

  /** Runs what was given to {@link #execute} so far, and nothing that was to run later. */
  @Override
  void close();
}
