package dev.callsheet.runtime.client;

import dev.callsheet.runtime.client.JobListener.Accepted;
import dev.callsheet.runtime.client.JobListener.Retrying;
import dev.callsheet.runtime.client.JobListener.Submitting;
import dev.callsheet.runtime.client.error.ApiError;
import dev.callsheet.runtime.client.error.ErrorCategory;
import dev.callsheet.runtime.client.transport.Message;
import dev.callsheet.runtime.client.wire.Reply;
import dev.callsheet.runtime.client.wire.Verdict;
import java.util.Set;
import java.util.UUID;

/**
 * Brings one task to the server, in as many attempts as it takes. All carry the same UUID, by which
 * the server tells a repetition from a new task: none is paid twice.
 */
final class Submission {
  private final JobState<?> job;
  private final byte[] body;
  private final Engine engine;
  private final Poller poller;
  private final Set<UUID> unresolved;
  private final boolean sentBefore;
  private final long started;
  private int attempt;
  private boolean mayHaveArrived;

  /**
   * @param unresolved the tasks sent by this client of which nobody knows whether they arrived
   */
  Submission(JobState<?> job, byte[] body, Engine engine, Poller poller, Set<UUID> unresolved) {
    this.job = job;
    this.body = body;
    this.engine = engine;
    this.poller = poller;
    this.unresolved = unresolved;
    this.sentBefore = unresolved.contains(job.id());
    this.started = engine.loop().now();
  }

  void attempt() {
    if (!job.isLive()) {
      return;
    }
    attempt++;
    unresolved.add(job.id());
    var event = new Submitting(job.id(), attempt);
    engine.announcer().tell(listener -> listener.onSubmitting(event));
    var message = Message.submission(job.id(), body);
    var unused = engine.traffic().exchange(message).thenAccept(this::judge);
  }

  private void judge(Reply reply) {
    var verdict = Verdict.of(reply, job.id(), sentBefore || attempt > 1);
    if (verdict instanceof Verdict.Open open) {
      tryAgain(open);
      return;
    }
    unresolved.remove(job.id());
    if (verdict instanceof Verdict.Accepted accepted) {
      accept(accepted);
    } else if (verdict instanceof Verdict.Refused refused) {
      job.refused(explained(refused.error()));
    }
  }

  private void accept(Verdict.Accepted accepted) {
    var took = engine.loop().since(started);
    var event = new Accepted(job.id(), attempt, accepted.byConflict(), took);
    engine.announcer().tell(listener -> listener.onAccepted(event));
    job.accepted(accepted.report());
    if (job.isLive()) {
      poller.followSubmitted(job);
    }
  }

  private void tryAgain(Verdict.Open open) {
    mayHaveArrived |=
        open.error().category() != ErrorCategory.RATE_LIMIT
            && !"connectionFailed".equals(open.error().code());
    var wait = engine.retries().waitAfter(attempt, open.retryAfter(), engine.random());
    if (wait.isEmpty()) {
      job.refused(open.error().explained(givenUp()));
      return;
    }
    var event = new Retrying(job.id(), attempt, open.error(), wait.get());
    engine.announcer().tell(listener -> listener.onRetrying(event));
    job.trouble(open.error());
    engine.loop().after(wait.get(), this::attempt);
  }

  private String givenUp() {
    var sentence = "Given up after " + attempt + " attempts";
    return mayHaveArrived
        ? sentence
            + ". The task may have been accepted all the same: submit the same request again with"
            + " this client, or attach to it by its id"
        : sentence;
  }

  private static ApiError explained(ApiError error) {
    return error.isConflict()
        ? error.explained("A task with this UUID was submitted before: attach to it by its id")
        : error;
  }
}
