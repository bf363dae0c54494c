package dev.callsheet.spec.lint;

import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;

/** Threads that lint; started when there is something to do for more than one. */
public final class Workers implements Executor, AutoCloseable {
  private final int threads;
  private @Nullable ExecutorService pool;

  /** So many; a single one is the one that calls. */
  public Workers(int threads) {
    this.threads = threads;
  }

  /** As many as there are processors. */
  public static Workers ofAllProcessors() {
    return new Workers(Runtime.getRuntime().availableProcessors());
  }

  /** How many there are. */
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
      pool = Executors.newFixedThreadPool(threads, Workers::daemon);
    }
    pool.execute(task);
  }

  /** Gives up what is not done. */
  @Override
  public synchronized void close() {
    if (pool != null) {
      pool.shutdownNow();
    }
  }

  private static Thread daemon(Runnable task) {
    Thread thread = new Thread(task, "callsheet-lint");
    thread.setDaemon(true);
    return thread;
  }
}
