package dev.callsheet.linter.internal.stream;

import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;

/** Threads that lint, started with the first task. */
public final class WorkerPool implements Executor, AutoCloseable {
  private final int threads;
  private @Nullable ExecutorService pool;

  /** A pool of so many threads; with one, tasks run on the calling thread. */
  public WorkerPool(int threads) {
    this.threads = threads;
  }

  /** A pool with a thread per processor. */
  public static WorkerPool ofAllProcessors() {
    return new WorkerPool(Runtime.getRuntime().availableProcessors());
  }

  /** How many threads there are. */
  public int threads() {
    return threads;
  }

  @Override
  public synchronized void execute(Runnable task) {
    if (threads == 1) {
      task.run();
      return;
    }
    if (pool == null) {
      pool = Executors.newFixedThreadPool(threads, WorkerPool::daemonThread);
    }
    pool.execute(task);
  }

  /** Interrupts the tasks that are not done. */
  @Override
  public synchronized void close() {
    if (pool != null) {
      pool.shutdownNow();
    }
  }

  private static Thread daemonThread(Runnable task) {
    Thread thread = new Thread(task, "callsheet-lint");
    thread.setDaemon(true);
    return thread;
  }
}
