package dev.callsheet.runtime.internal.job;

import java.util.concurrent.Executor;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/**
 * Where the futures of jobs complete, and so the user's code that hangs on them runs: few threads,
 * shared by all clients, gone when idle. The platform's default is a thread per job on machines
 * with one or two processors.
 */
public final class FutureExecutor {
  private static final int THREAD_COUNT = 4;

  public static final Executor EXECUTOR = createExecutor();

  private FutureExecutor() {}

  private static Executor createExecutor() {
    var threads =
        new ThreadPoolExecutor(
            THREAD_COUNT,
            THREAD_COUNT,
            1,
            TimeUnit.SECONDS,
            new LinkedBlockingQueue<>(),
            task -> {
              var thread = new Thread(task, "callsheet-futures");
              thread.setDaemon(true);
              return thread;
            });
    threads.allowCoreThreadTimeOut(true);
    return threads;
  }
}
