package dev.callsheet.runtime.client;

import dev.callsheet.runtime.client.error.JournalException;
import dev.callsheet.runtime.client.journal.JobRecord;
import dev.callsheet.runtime.client.journal.JobRecord.Phase;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.CompletionException;
import org.jspecify.annotations.Nullable;

/** How a job comes under way: written down first, and taken up where the journal says it is. */
final class Beginning {
  private final Engine engine;
  private final Poller poller;

  Beginning(Engine engine, Poller poller) {
    this.engine = engine;
    this.poller = poller;
  }

  /**
   * Writes a new job down, then sends it, or follows it if there is nothing to send.
   *
   * @param sentBefore whether an earlier attempt of this client may have arrived
   */
  void write(JobState<?> job, byte @Nullable [] body, boolean sentBefore) {
    var unused =
        engine
            .recorder()
            .begin(job, body)
            .handleAsync(
                (known, failure) -> {
                  if (failure != null) {
                    job.unrecorded(reason(failure));
                  } else if (known.isEmpty()) {
                    job.written();
                    begin(job, body, sentBefore);
                  } else {
                    again(job, body, known.get());
                  }
                  return job;
                },
                engine.loop());
  }

  /** The journal has the task already: it is the same one, or its UUID was used twice. */
  private void again(JobState<?> job, byte @Nullable [] body, JobRecord known) {
    if (body != null && differs(body, known)) {
      job.unrecorded(
          new JournalException(
              "Another request with the UUID "
                  + job.id()
                  + " is in the journal: each task needs one of its own",
              null));
    } else if (known.phase() == Phase.FINISHED && known.results().isEmpty()) {
      engine.recorder().acknowledged(job.id()); // it came to nothing: a fresh start
      write(job, body, false);
    } else {
      takeUp(job, known);
    }
  }

  private static boolean differs(byte[] body, JobRecord known) {
    return known.task().request() != null
        && !known.task().request().equals(new String(body, StandardCharsets.UTF_8));
  }

  /** Goes on with a job from where the journal says it is. */
  void takeUp(JobState<?> job, JobRecord known) {
    job.restore(known);
    if (!job.isLive()) {
      return;
    }
    var request = known.task().request();
    if (known.phase() == Phase.RUNNING || request == null) {
      poller.follow(job, Duration.ZERO);
    } else {
      begin(job, request.getBytes(StandardCharsets.UTF_8), true);
    }
  }

  private void begin(JobState<?> job, byte @Nullable [] body, boolean sentBefore) {
    if (body == null) {
      poller.follow(job, Duration.ZERO);
    } else {
      new Submission(job, body, engine, poller, sentBefore).attempt();
    }
  }

  private static JournalException reason(Throwable failure) {
    var cause = failure instanceof CompletionException ? failure.getCause() : failure;
    return cause instanceof JournalException known
        ? known
        : new JournalException("The journal failed: " + cause, cause);
  }
}
