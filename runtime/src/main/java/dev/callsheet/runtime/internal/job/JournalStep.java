package dev.callsheet.runtime.internal.job;

import dev.callsheet.runtime.client.error.JournalException;
import dev.callsheet.runtime.client.journal.JobRecord;
import dev.callsheet.runtime.client.journal.JobRecord.Phase;
import dev.callsheet.runtime.internal.loop.AsyncFailure;
import dev.callsheet.runtime.internal.loop.EventLoop;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/**
 * Writes a task to the journal before it is sent, or continues it from where the journal says it
 * is.
 */
final class JournalStep {
  private final JournalWriter journal;
  private final EventLoop loop;

  JournalStep(JournalWriter journal, EventLoop loop) {
    this.journal = journal;
    this.loop = loop;
  }

  /**
   * Writes a task down.
   *
   * @param submission what to send; null for a task that is only to be followed
   * @return completes on the loop with what is to be sent, or with nothing where the task is only
   *     to be followed; the job has ended then if it cannot be written down
   */
  CompletableFuture<Optional<Submission>> record(
      ActiveJob<?> job, @Nullable Submission submission) {
    return journal
        .begin(job.definition(), submission == null ? null : submission.body())
        .handle(
            (known, failure) ->
                failure == null ? new Begun(known, null) : new Begun(Optional.empty(), failure))
        .thenComposeAsync(begun -> onBegun(job, submission, begun), loop);
  }

  private record Begun(Optional<JobRecord> known, @Nullable Throwable failure) {}

  private CompletableFuture<Optional<Submission>> onBegun(
      ActiveJob<?> job, @Nullable Submission submission, Begun begun) {
    if (begun.failure() != null) {
      return fail(job, toJournalException(begun.failure()));
    }
    if (begun.known().isPresent()) {
      return onAlreadyRecorded(job, submission, begun.known().get());
    }
    job.handle(new JobEvent.Recorded());
    return CompletableFuture.completedFuture(Optional.ofNullable(submission));
  }

  /** The journal has the task: it is the same one, or its UUID was used twice. */
  private CompletableFuture<Optional<Submission>> onAlreadyRecorded(
      ActiveJob<?> job, @Nullable Submission submission, JobRecord known) {
    if (submission != null && isDifferentRequest(submission.body(), known)) {
      var reason =
          "Another request with the UUID "
              + job.id()
              + " is in the journal: each task needs one of its own";
      return fail(job, new JournalException(reason, null));
    }
    if (known.phase() == Phase.FINISHED && known.results().isEmpty()) {
      journal.acknowledge(job.id()); // it delivered nothing, so it starts anew
      return record(job, submission == null ? null : new Submission(submission.body(), false));
    }
    return CompletableFuture.completedFuture(restore(job, known));
  }

  private static boolean isDifferentRequest(byte[] body, JobRecord known) {
    var request = known.task().request();
    return request != null && !request.equals(new String(body, StandardCharsets.UTF_8));
  }

  /** Continues a job from where the journal says it is; returns as {@link #record} completes. */
  Optional<Submission> restore(ActiveJob<?> job, JobRecord known) {
    job.handle(new JobEvent.Restored(known));
    var request = known.task().request();
    return known.phase() == Phase.RUNNING || request == null
        ? Optional.empty()
        : Optional.of(new Submission(request.getBytes(StandardCharsets.UTF_8), true));
  }

  private static CompletableFuture<Optional<Submission>> fail(
      ActiveJob<?> job, JournalException reason) {
    job.handle(new JobEvent.RecordingFailed(reason));
    return CompletableFuture.completedFuture(Optional.empty());
  }

  private static JournalException toJournalException(Throwable failure) {
    var cause = AsyncFailure.cause(failure);
    return cause instanceof JournalException known
        ? known
        : new JournalException("The journal failed: " + cause, cause);
  }
}
