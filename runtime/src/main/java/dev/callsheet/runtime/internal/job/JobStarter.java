package dev.callsheet.runtime.internal.job;

import dev.callsheet.runtime.client.error.JournalException;
import dev.callsheet.runtime.client.journal.JobRecord;
import dev.callsheet.runtime.client.journal.JobRecord.Phase;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.CompletionException;
import org.jspecify.annotations.Nullable;

/** How a job comes under way: written down first, and taken up where the journal says it is. */
public final class JobStarter {
  private final ClientContext context;
  private final Poller poller;

  public JobStarter(ClientContext engine, Poller poller) {
    this.context = engine;
    this.poller = poller;
  }

  /**
   * Writes a new job down, then sends it, or follows it if there is nothing to send.
   *
   * @param sentBefore whether an earlier attempt of this client may have arrived
   */
  public void start(JobState<?> job, byte @Nullable [] body, boolean sentBefore) {
    var unused =
        context
            .journal()
            .begin(job, body)
            .handleAsync(
                (known, failure) -> {
                  if (failure != null) {
                    job.onRecordingFailed(toJournalException(failure));
                  } else if (known.isEmpty()) {
                    job.onRecorded();
                    submitOrFollow(job, body, sentBefore);
                  } else {
                    onAlreadyRecorded(job, body, known.get());
                  }
                  return job;
                },
                context.loop());
  }

  /** The journal has the task already: it is the same one, or its UUID was used twice. */
  private void onAlreadyRecorded(JobState<?> job, byte @Nullable [] body, JobRecord known) {
    if (body != null && isDifferentRequest(body, known)) {
      job.onRecordingFailed(
          new JournalException(
              "Another request with the UUID "
                  + job.id()
                  + " is in the journal: each task needs one of its own",
              null));
    } else if (known.phase() == Phase.FINISHED && known.results().isEmpty()) {
      context.journal().acknowledged(job.id()); // it came to nothing: a fresh start
      start(job, body, false);
    } else {
      resume(job, known);
    }
  }

  private static boolean isDifferentRequest(byte[] body, JobRecord known) {
    return known.task().request() != null
        && !known.task().request().equals(new String(body, StandardCharsets.UTF_8));
  }

  /** Goes on with a job from where the journal says it is. */
  public void resume(JobState<?> job, JobRecord known) {
    job.restore(known);
    if (!job.isActive()) {
      return;
    }
    var request = known.task().request();
    if (known.phase() == Phase.RUNNING || request == null) {
      poller.follow(job, Duration.ZERO);
    } else {
      submitOrFollow(job, request.getBytes(StandardCharsets.UTF_8), true);
    }
  }

  private void submitOrFollow(JobState<?> job, byte @Nullable [] body, boolean sentBefore) {
    if (body == null) {
      poller.follow(job, Duration.ZERO);
    } else {
      new TaskSubmission(job, body, context, poller, sentBefore).attempt();
    }
  }

  private static JournalException toJournalException(Throwable failure) {
    var cause = failure instanceof CompletionException ? failure.getCause() : failure;
    return cause instanceof JournalException known
        ? known
        : new JournalException("The journal failed: " + cause, cause);
  }
}
