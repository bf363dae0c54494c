package dev.callsheet.runtime.internal.job;

import dev.callsheet.runtime.ModelResult;
import dev.callsheet.runtime.ModelType;
import dev.callsheet.runtime.client.error.JobPendingException;
import dev.callsheet.runtime.client.error.JobPendingException.Reason;
import dev.callsheet.runtime.client.job.Delivery;
import dev.callsheet.runtime.client.job.Job;
import dev.callsheet.runtime.client.job.JobStatus;
import dev.callsheet.runtime.client.job.Outcome;
import dev.callsheet.runtime.client.job.Progress;
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

/** The caller's view of a job. */
public final class FollowedJob<R extends ModelResult> implements Job<R> {
  private final JobState<R> state;
  private final EventLoop loop;

  public FollowedJob(JobState<R> state, EventLoop loop) {
    this.state = state;
    this.loop = loop;
  }

  @Override
  public UUID id() {
    return state.id();
  }

  @Override
  public ModelType<?, R> modelType() {
    return state.modelType();
  }

  @Override
  public int expectedResults() {
    return state.expectedResults();
  }

  @Override
  public JobStatus status() {
    return state.snapshot().status();
  }

  @Override
  public List<Outcome<R>> results() {
    return state.snapshot().outcomes();
  }

  @Override
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
      throw new IllegalStateException("a job's completion never fails", e);
    }
  }

  @Override
  public CompletableFuture<List<Delivery<R>>> future() {
    return state.completion().thenApplyAsync(this::deliveriesOrThrow, FutureExecutor.EXECUTOR);
  }

  @Override
  public Job<R> onProgress(Consumer<? super Progress> listener) {
    loop.execute(() -> state.addProgressListener(listener));
    return this;
  }

  @Override
  public Job<R> onResult(Consumer<? super Delivery<R>> listener) {
    loop.execute(() -> state.addResultListener(listener));
    return this;
  }

  @Override
  public CompletableFuture<Void> recorded() {
    return state.recorded().copy();
  }

  @Override
  public void acknowledge() {
    if (status() != JobStatus.FINISHED) {
      throw new IllegalStateException("Job " + id() + " has not finished: " + status());
    }
    state.acknowledge();
  }

  @Override
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
