package dev.callsheet.runtime.internal.loop;

import java.time.Duration;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/** Makes executors whose threads end when idle and do not keep a process alive. */
public final class DaemonExecutors {
  private DaemonExecutors() {}

  /**
   * An executor with at most {@code threads} threads and a queue without limit.
   *
   * @param idleTime how long a thread waits for work before it ends
   */
  public static ThreadPoolExecutor create(String name, int threads, Duration idleTime) {
    var executor =
        new ThreadPoolExecutor(
            threads,
            threads,
            idleTime.toMillis(),
            TimeUnit.MILLISECONDS,
            new LinkedBlockingQueue<>(),
            threadFactory(name));
    executor.allowCoreThreadTimeOut(true);
    return executor;
  }

  /** Makes daemon threads of one name. */
  public static ThreadFactory threadFactory(String name) {
    return task -> {
      var thread = new Thread(task, name);
      thread.setDaemon(true);
      return thread;
    };
  }
}
