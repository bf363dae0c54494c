package dev.callsheet.runtime.client;

import dev.callsheet.runtime.ModelResult;
import dev.callsheet.runtime.ModelType;
import dev.callsheet.runtime.client.error.JobPendingException;
import dev.callsheet.runtime.client.error.JobPendingException.Reason;
import dev.callsheet.runtime.client.job.Delivery;
import dev.callsheet.runtime.client.job.JobStatus;
import dev.callsheet.runtime.client.job.Outcome;
import dev.callsheet.runtime.client.job.Progress;
import dev.callsheet.runtime.internal.job.FutureExecutor;
import dev.callsheet.runtime.internal.job.JobState;
import dev.callsheet.runtime.internal.job.JobState.Snapshot;
import dev.callsheet.runtime.internal.loop.EventLoop;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;

/**
 * A task as it is followed from here: on its way, being made, finished. It is followed whether
 * anyone waits or not, without a thread of its own. What happens to the wait never happens to the
 * task: after a deadline, an interrupt or a crash, wait again or {@linkplain CallsheetClient#attach
 * attach} by the id.
 *
 * @param <R> the type of the results
 */
public final class Job<R extends ModelResult> {
  private final JobState<R> state;
  private final EventLoop loop;

  Job(JobState<R> state, EventLoop loop) {
    this.state = state;
    this.loop = loop;
  }

  /** The task's UUID: known before anything is sent, and all that is needed to come back to it. */
  public UUID id() {
    return state.id();
  }

  /** The model at work. */
  public ModelType<?, R> modelType() {
    return state.modelType();
  }

  /** How many results the task was asked for. */
  public int expectedResults() {
    return state.expectedResults();
  }

  /** Where the job is now. */
  public JobStatus status() {
    return state.snapshot().status();
  }

  /** What is known of each result by now; as many as were asked for once the job has finished. */
  public List<Outcome<R>> results() {
    return state.snapshot().outcomes();
  }

  /**
   * Waits until what becomes of every result is known, and returns those that were delivered, in
   * the order of their arrival. Results that failed are in {@link #results}.
   *
   * @throws dev.callsheet.runtime.client.error.ApiException if no result was delivered: why the
   *     first one failed
   * @throws dev.callsheet.runtime.client.error.JournalException if the task was not sent because it
   *     could not be written down
   * @throws JobPendingException if the time is over first, the thread is interrupted, or the client
   *     closed; the job is none the worse and {@link #results} has what has come so far
   */
  public List<Delivery<R>> await(Duration timeout) {
    try {
      return deliveriesOrThrow(
          state.completion().get(TimeUnit.NANOSECONDS.convert(timeout), TimeUnit.NANOSECONDS));
    } catch (TimeoutException e) {
      throw pendingException(Reason.DEADLINE, state.snapshot());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw pendingException(Reason.INTERRUPTED, state.snapshot());
    } catch (ExecutionException e) {
      throw new IllegalStateException("a job's end never fails", e);
    }
  }

  /**
   * The end of the job as a future, with the value or exception that {@link #await} would have.
   * Each call makes one of its own: cancelling it does nothing to the job.
   */
  public CompletableFuture<List<Delivery<R>>> future() {
    return state.completion().thenApplyAsync(this::deliveriesOrThrow, FutureExecutor.EXECUTOR);
  }

  /**
   * Has {@code listener} called with the progress now and whenever there is any. Calls come in
   * order, one at a time for all jobs of the client; take long work elsewhere.
   */
  public Job<R> onProgress(Consumer<? super Progress> listener) {
    loop.execute(() -> state.addProgressListener(listener));
    return this;
  }

  /**
   * Has {@code listener} called once with each delivered result, those already here included. Calls
   * come as those of {@link #onProgress} do.
   */
  public Job<R> onResult(Consumer<? super Delivery<R>> listener) {
    loop.execute(() -> state.addResultListener(listener));
    return this;
  }

  /**
   * The task in the journal, as a future: when it completes, no crash loses the job any more. It
   * completes before the task is sent, and exceptionally, with a {@link
   * dev.callsheet.runtime.client.error.JournalException}, if it cannot be written down: then it is
   * not sent.
   */
  public CompletableFuture<Void> recorded() {
    return state.recorded().copy();
  }

  /**
   * Tells the journal that the caller has what they wanted of this job: {@link
   * CallsheetClient#resume} does not bring it back. Needed only where results are not {@linkplain
   * Delivery#download downloaded}, which says the same.
   *
   * @throws IllegalStateException if the job has not finished
   */
  public void acknowledge() {
    if (status() != JobStatus.FINISHED) {
      throw new IllegalStateException("Job " + id() + " has not finished: " + status());
    }
    state.acknowledge();
  }

  /**
   * Stops following the task. It goes on at the server (and is paid for): there is no cancel. The
   * journal keeps it.
   */
  public void detach() {
    loop.execute(state::detach);
  }

  private List<Delivery<R>> deliveriesOrThrow(Snapshot<R> end) {
    if (end.recordingFailure() != null) {
      throw end.recordingFailure();
    }
    if (end.status() == JobStatus.DETACHED) {
      throw pendingException(Reason.DETACHED, end);
    }
    var delivered = end.outcomes().stream().flatMap(JobState::delivery).toList();
    if (delivered.isEmpty() && end.outcomes().get(0) instanceof Outcome.Failed<R> failed) {
      state.onFailureReported();
      throw failed.error().toException();
    }
    return delivered;
  }

  private JobPendingException pendingException(Reason reason, Snapshot<R> now) {
    return new JobPendingException(state.id(), reason, now.lastError());
  }

  @Override
  public String toString() {
    return "Job " + state.id() + " (" + status() + ")";
  }
}
