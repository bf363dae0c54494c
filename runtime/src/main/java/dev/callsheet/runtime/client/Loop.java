package dev.callsheet.runtime.client;

import java.time.Duration;
import java.util.concurrent.Executor;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/**
 * One thread that runs small steps one after the other, now or later. All state of all jobs changes
 * on it, so that none of it needs a lock. No step ever blocks.
 */
final class Loop implements Executor, AutoCloseable {
  private static final System.Logger LOG = System.getLogger(RunwareClient.class.getName());

  private final long origin = System.nanoTime();
  private final ScheduledThreadPoolExecutor thread;

  Loop(String name) {
    thread =
        new ScheduledThreadPoolExecutor(
            1,
            steps -> {
              var worker = new Thread(steps, name);
              worker.setDaemon(true);
              return worker;
            },
            new ThreadPoolExecutor.DiscardPolicy());
    thread.setExecuteExistingDelayedTasksAfterShutdownPolicy(false);
  }

  /** Nanoseconds since this loop began; never goes back. */
  long now() {
    return System.nanoTime() - origin;
  }

  Duration since(long moment) {
    return Duration.ofNanos(now() - moment);
  }

  @Override
  public void execute(Runnable step) {
    thread.execute(guarded(step));
  }

  void after(Duration wait, Runnable step) {
    var unused = thread.schedule(guarded(step), wait.toNanos(), TimeUnit.NANOSECONDS);
  }

  private static Runnable guarded(Runnable step) {
    return () -> {
      try {
        step.run();
      } catch (RuntimeException e) {
        LOG.log(System.Logger.Level.ERROR, "A step of the client failed", e);
      }
    };
  }

  /** Runs what was given to {@link #execute} so far, and nothing that was to run later. */
  @Override
  public void close() {
    thread.execute(thread::shutdown);
  }
}
