package dev.callsheet.runtime.internal.job;

import dev.callsheet.runtime.ModelResult;
import dev.callsheet.runtime.ModelType;
import dev.callsheet.runtime.client.error.JobPendingException;
import dev.callsheet.runtime.client.error.JobPendingException.Reason;
import dev.callsheet.runtime.client.job.Cancellation;
import dev.callsheet.runtime.client.job.Delivery;
import dev.callsheet.runtime.client.job.Job;
import dev.callsheet.runtime.client.job.JobStatus;
import dev.callsheet.runtime.client.job.Outcome;
import dev.callsheet.runtime.client.job.Progress;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;

/** The caller's view of a job. */
final class FollowedJob<R extends ModelResult> implements Job<R> {
  private final ActiveJob<R> job;

  FollowedJob(ActiveJob<R> job) {
    this.job = job;
  }

  @Override
  public UUID id() {
    return job.id();
  }

  @Override
  public ModelType<?, R> modelType() {
    return job.definition().modelType();
  }

  @Override
  public int expectedResults() {
    return job.definition().expectedResults();
  }

  @Override
  public JobStatus status() {
    return job.status();
  }

  @Override
  public List<Outcome<R>> results() {
    return job.snapshot().outcomes();
  }

  @Override
  public List<Delivery<R>> await(Duration timeout) {
    try {
      return deliveriesOrThrow(
          job.completion().get(TimeUnit.NANOSECONDS.convert(timeout), TimeUnit.NANOSECONDS));
    } catch (TimeoutException e) {
      throw pendingException(Reason.DEADLINE, job.snapshot());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw pendingException(Reason.INTERRUPTED, job.snapshot());
    } catch (ExecutionException e) {
      throw new IllegalStateException("a job's completion never fails", e);
    }
  }

  @Override
  public CompletableFuture<List<Delivery<R>>> future() {
    return job.completion().thenApplyAsync(this::deliveriesOrThrow, FutureExecutor.EXECUTOR);
  }

  @Override
  public Job<R> onProgress(Consumer<? super Progress> listener) {
    job.execute(() -> job.addProgressListener(listener));
    return this;
  }

  @Override
  public Job<R> onResult(Consumer<? super Delivery<R>> listener) {
    job.execute(() -> job.addResultListener(listener));
    return this;
  }

  @Override
  public CompletableFuture<Void> recorded() {
    return job.recorded().copy();
  }

  @Override
  public void acknowledge() {
    if (status() != JobStatus.FINISHED) {
      throw new IllegalStateException("Job " + id() + " has not finished: " + status());
    }
    job.acknowledge();
  }

  @Override
  public CompletableFuture<Cancellation> cancel() {
    return job.cancel();
  }

  @Override
  public void detach() {
    job.execute(job::detach);
  }

  private List<Delivery<R>> deliveriesOrThrow(JobSnapshot<R> end) {
    var unrecorded = end.state().recordingFailure();
    if (unrecorded != null) {
      throw unrecorded;
    }
    if (end.state().status() == JobStatus.DETACHED) {
      throw pendingException(Reason.DETACHED, end);
    }
    var delivered = end.deliveries();
    if (delivered.isEmpty() && end.outcomes().get(0) instanceof Outcome.Failed<R> failed) {
      if (isAllTold(end.state())) {
        job.acknowledge();
      }
      throw failed.error().toException();
    }
    return delivered;
  }

  /** Not while the task may still be found, or a result is here that could not be read. */
  private static boolean isAllTold(JobState end) {
    return end.charge() != JobState.Charge.POSSIBLE && end.results().delivered().isEmpty();
  }

  private JobPendingException pendingException(Reason reason, JobSnapshot<R> now) {
    return new JobPendingException(
        job.id(), reason, now.state().arrival(), now.state().lastError());
  }

  @Override
  public String toString() {
    return "Job " + job.id() + " (" + status() + ")";
  }
}
