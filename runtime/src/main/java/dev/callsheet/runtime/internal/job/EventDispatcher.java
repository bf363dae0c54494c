package dev.callsheet.runtime.internal.job;

import dev.callsheet.runtime.client.job.JobListener;
import dev.callsheet.runtime.internal.loop.DaemonExecutors;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.function.Consumer;

/** Calls the user's listeners one at a time, in order, on a thread of its own. */
public final class EventDispatcher implements AutoCloseable {
  private static final System.Logger LOG = System.getLogger(EventDispatcher.class.getName());

  private final List<JobListener> listeners;
  private final ExecutorService executor;

  public EventDispatcher(List<JobListener> listeners) {
    this.listeners = List.copyOf(listeners);
    var thread = DaemonExecutors.create("callsheet-listeners", 1, Duration.ofSeconds(10));
    thread.setRejectedExecutionHandler(new ThreadPoolExecutor.DiscardPolicy());
    this.executor = thread;
  }

  /** Calls the client's listeners. */
  public void dispatch(Consumer<JobListener> call) {
    listeners.forEach(listener -> dispatch(call, listener));
  }

  /** Calls a listener; what it throws is logged. Never throws itself. */
  <T> void dispatch(Consumer<? super T> receiver, T event) {
    try {
      executor.execute(() -> call(receiver, event));
    } catch (RuntimeException | Error e) {
      LOG.log(System.Logger.Level.WARNING, "The listeners of jobs cannot be called", e);
    }
  }

  private static <T> void call(Consumer<? super T> receiver, T event) {
    try {
      receiver.accept(event);
    } catch (RuntimeException | Error e) {
      LOG.log(System.Logger.Level.WARNING, "A listener of a job failed", e);
    }
  }

  /** Makes the calls that are due, and no more. */
  @Override
  public void close() {
    executor.shutdown();
  }
}
