package dev.callsheet.runtime.client;

import java.util.concurrent.Executor;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/**
 * Where the futures of jobs complete, and so the user's code that hangs on them runs: few threads,
 * shared by all clients, gone when idle. The platform's default is a thread per job on machines
 * with one or two processors.
 */
final class Completions {
  private static final int THREADS = 4;

  static final Executor THREADS_OF_FUTURES = threads();

  private Completions() {}

  private static Executor threads() {
    var threads =
        new ThreadPoolExecutor(
            THREADS,
            THREADS,
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
