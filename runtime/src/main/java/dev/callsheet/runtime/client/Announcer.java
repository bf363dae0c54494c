package dev.callsheet.runtime.client;

import java.util.concurrent.Executor;
import java.util.function.Consumer;

/** Calls the user's code: in order, on its own thread, and unmoved by what that code throws. */
final class Announcer {
  private static final System.Logger LOG = System.getLogger(RunwareClient.class.getName());

  private final JobListener listener;
  private final Executor thread;

  Announcer(JobListener listener, Executor thread) {
    this.listener = listener;
    this.thread = thread;
  }

  void tell(Consumer<JobListener> event) {
    tell(event, listener);
  }

  <T> void tell(Consumer<? super T> receiver, T news) {
    thread.execute(
        () -> {
          try {
            receiver.accept(news);
          } catch (RuntimeException e) {
            LOG.log(System.Logger.Level.WARNING, "A listener of a job failed", e);
          }
        });
  }
}
