package dev.callsheet.runtime.internal.job;

import dev.callsheet.runtime.client.job.JobListener;
import java.util.concurrent.Executor;
import java.util.function.Consumer;

/** Calls the user's code: in order, on its own thread, and unmoved by what that code throws. */
public final class EventDispatcher {
  private static final System.Logger LOG = System.getLogger(EventDispatcher.class.getName());

  private final JobListener listener;
  private final Executor executor;

  public EventDispatcher(JobListener listener, Executor thread) {
    this.listener = listener;
    this.executor = thread;
  }

  public void dispatch(Consumer<JobListener> event) {
    dispatch(event, listener);
  }

  <T> void dispatch(Consumer<? super T> receiver, T news) {
    executor.execute(
        () -> {
          try {
            receiver.accept(news);
          } catch (RuntimeException e) {
            LOG.log(System.Logger.Level.WARNING, "A listener of a job failed", e);
          }
        });
  }
}
