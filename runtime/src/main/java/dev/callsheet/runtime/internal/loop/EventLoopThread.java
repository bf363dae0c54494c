package dev.callsheet.runtime.internal.loop;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/** A loop in real time: one daemon thread, whatever there is to do. */
public final class EventLoopThread implements EventLoop {
  private static final System.Logger LOG = System.getLogger(EventLoopThread.class.getName());

  private final long origin = System.nanoTime();
  private final ScheduledThreadPoolExecutor thread;
  private final CompletableFuture<Void> closed = new CompletableFuture<>();

  /** A loop whose thread has this name. */
  public EventLoopThread(String name) {
    thread =
        new ScheduledThreadPoolExecutor(
            1, DaemonExecutors.threadFactory(name), new ThreadPoolExecutor.DiscardPolicy());
    thread.setExecuteExistingDelayedTasksAfterShutdownPolicy(false);
  }

  @Override
  public long now() {
    return System.nanoTime() - origin;
  }

  @Override
  public void execute(Runnable step) {
    thread.execute(guarded(step));
  }

  @Override
  public void schedule(Duration wait, Runnable step) {
    var unused = thread.schedule(guarded(step), wait.toNanos(), TimeUnit.NANOSECONDS);
  }

  private static Runnable guarded(Runnable step) {
    return () -> {
      try {
        step.run();
      } catch (RuntimeException | Error e) { // the loop goes on, for all the other jobs
        LOG.log(System.Logger.Level.ERROR, "A step of the client failed", e);
      }
    };
  }

  @Override
  public CompletableFuture<Void> closed() {
    return closed;
  }

  @Override
  public void close() {
    thread.execute(
        () -> {
          thread.shutdown();
          closed.complete(null);
        });
  }
}
