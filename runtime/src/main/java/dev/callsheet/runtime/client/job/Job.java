package dev.callsheet.runtime.client.job;

import dev.callsheet.runtime.ModelResult;
import dev.callsheet.runtime.ModelType;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;

/**
 * A task that the client follows, from its submission to its last result, whether anyone waits for
 * it or not and without a thread of its own. Nothing that ends a wait (a deadline, an interrupt, a
 * crash) affects the task: wait again, or {@linkplain
 * dev.callsheet.runtime.client.CallsheetClient#attach attach} to it by its id.
 *
 * @param <R> the type of the results
 */
public interface Job<R extends ModelResult> {
  /** The job's id: known before anything is sent, and all that is needed to attach to it. */
  UUID id();

  /** The task's model. */
  ModelType<?, R> modelType();

  /** How many results the task was asked for; at least 1. */
  int expectedResults();

  /** The current status. */
  JobStatus status();

  /**
   * The outcomes known so far, delivered results first; {@link #expectedResults} of them once the
   * job has finished.
   */
  List<Outcome<R>> results();

  /**
   * Waits until the outcome of every result is known, and returns those that were delivered, in the
   * order of their arrival. Results that failed are in {@link #results}.
   *
   * @throws dev.callsheet.runtime.client.error.ApiException if no result was delivered: why the
   *     first one failed
   * @throws dev.callsheet.runtime.client.error.JournalException if the task was not sent because it
   *     could not be written to the journal
   * @throws dev.callsheet.runtime.client.error.JobPendingException if the time is over first, the
   *     thread is interrupted, or the client is closed; the job is not affected, and {@link
   *     #results} has what has been delivered so far
   */
  List<Delivery<R>> await(Duration timeout);

  /**
   * The end of the job as a future, with the value or exception of {@link #await}. Each call makes
   * a new one: cancelling it does not affect the job.
   */
  CompletableFuture<List<Delivery<R>>> future();

  /**
   * Calls {@code listener} with the progress now and whenever it changes. Calls come in order, one
   * at a time for all jobs of the client: do long work on another thread.
   *
   * @return this job
   */
  Job<R> onProgress(Consumer<? super Progress> listener);

  /**
   * Calls {@code listener} once with each delivered result, including those already delivered.
   * Calls come as those of {@link #onProgress} do.
   *
   * @return this job
   */
  Job<R> onResult(Consumer<? super Delivery<R>> listener);

  /**
   * Completes when the task is in the journal, before it is sent: from then on no crash loses the
   * job. It completes exceptionally, with a {@link
   * dev.callsheet.runtime.client.error.JournalException}, if the task cannot be written to the
   * journal; then it is not sent.
   */
  CompletableFuture<Void> recorded();

  /**
   * Tells the journal that the caller needs nothing more of this job, so that {@link
   * dev.callsheet.runtime.client.CallsheetClient#resume} does not return it. Only needed where
   * results are not {@linkplain Delivery#download downloaded}, which does the same.
   *
   * @throws IllegalStateException if the job has not finished
   */
  void acknowledge();

  /**
   * Asks the platform not to make the task, where it has a way to; what is made already is paid
   * for. Where cancelling would remove the result of a task that has ended, the platform is asked
   * for its state first.
   *
   * @return completes, never exceptionally, with what became of it
   */
  CompletableFuture<Cancellation> cancel();

  /** Stops following the task. It goes on at the server, and is paid for. The journal keeps it. */
  void detach();
}
