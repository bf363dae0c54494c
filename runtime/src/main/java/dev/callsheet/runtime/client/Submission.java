package dev.callsheet.runtime.client;

import dev.callsheet.runtime.client.JobListener.Accepted;
import dev.callsheet.runtime.client.JobListener.Retrying;
import dev.callsheet.runtime.client.JobListener.Submitting;
import dev.callsheet.runtime.client.error.ApiError;
import dev.callsheet.runtime.client.error.ErrorCategory;
import dev.callsheet.runtime.client.transport.Message;
import dev.callsheet.runtime.client.wire.Reply;
import dev.callsheet.runtime.client.wire.Reply.Answer;
import dev.callsheet.runtime.client.wire.TaskReport;
import dev.callsheet.runtime.client.wire.Verdict;
import java.util.List;

/**
 * Brings one task to the server, in as many attempts as it takes. All carry the same bytes with the
 * same UUID, by which the server tells a repetition from a new task: none is paid twice. Since no
 * document says how long a server remembers, an attempt that follows one of unknown fate asks for
 * the task before it sends it again.
 */
final class Submission {
  private final JobState<?> job;
  private final byte[] body;
  private final Engine engine;
  private final Poller poller;
  private final boolean sentBefore;
  private final long started;
  private int attempt;
  private boolean mayHaveArrived;

  /**
   * A task to send.
   *
   * @param sentBefore whether it may have been sent by an earlier process of this client's
   */
  Submission(JobState<?> job, byte[] body, Engine engine, Poller poller, boolean sentBefore) {
    this.job = job;
    this.body = body;
    this.engine = engine;
    this.poller = poller;
    this.sentBefore = sentBefore;
    this.mayHaveArrived = sentBefore;
    this.started = engine.loop().now();
  }

  void attempt() {
    if (!job.isLive()) {
      return;
    }
    if (isTaken()) {
      accept(new Verdict.Accepted(TaskReport.SILENT, false));
      return;
    }
    attempt++;
    if (mayHaveArrived) {
      ask();
    } else {
      send();
    }
  }

  private void ask() {
    var question = Message.poll(List.of(job.id()));
    var unused = engine.traffic().exchange(question).thenAccept(this::answered);
  }

  private void answered(Reply reply) {
    if (reply.isAboutCall()) {
      tryAgain(new Verdict.Open(trouble(reply), reply.retryAfter()));
      return;
    }
    var report =
        reply instanceof Answer answer ? TaskReport.of(answer, job.id(), true) : TaskReport.SILENT;
    if (report.delivered().isEmpty() && report.running().isEmpty() && report.failed().isEmpty()) {
      send();
    } else {
      accept(new Verdict.Accepted(report, false));
    }
  }

  private static ApiError trouble(Reply reply) {
    return reply
        .trouble()
        .orElseGet(
            () ->
                ApiError.local(null, "The server answered HTTP " + reply.status(), reply.status()));
  }

  private void send() {
    var event = new Submitting(job.id(), attempt);
    engine.announcer().tell(listener -> listener.onSubmitting(event));
    var message = Message.submission(job.id(), body);
    var unused = engine.traffic().exchange(message).thenAccept(this::judge);
  }

  /** Whether the server has told of the task itself, faster than it has answered. */
  private boolean isTaken() {
    return job.snapshot().status() == JobStatus.RUNNING;
  }

  private void judge(Reply reply) {
    var verdict = Verdict.of(reply, job.id(), sentBefore || attempt > 1);
    if (isTaken() && !(verdict instanceof Verdict.Accepted)) {
      accept(new Verdict.Accepted(TaskReport.SILENT, false));
    } else if (verdict instanceof Verdict.Open open) {
      mayHaveArrived |=
          open.error().category() != ErrorCategory.RATE_LIMIT
              && !"connectionFailed".equals(open.error().code());
      tryAgain(open);
    } else if (verdict instanceof Verdict.Accepted accepted) {
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
    var wait = engine.retries().waitAfter(attempt, open.retryAfter(), engine.random());
    if (wait.isEmpty()) {
      giveUp(open.error());
      return;
    }
    var event = new Retrying(job.id(), attempt, open.error(), wait.get());
    engine.announcer().tell(listener -> listener.onRetrying(event));
    job.trouble(open.error());
    engine.loop().after(wait.get(), this::attempt);
  }

  private void giveUp(ApiError last) {
    if (isTaken()) {
      accept(new Verdict.Accepted(TaskReport.SILENT, false));
      return;
    }
    var sentence = "Given up after " + attempt + " attempts";
    if (mayHaveArrived) {
      job.givenUp(
          last.explained(
              sentence
                  + ". The task may have been accepted all the same: submit the same request again"
                  + " with this client, resume it, or attach to it by its id"));
    } else {
      job.refused(last.explained(sentence));
    }
  }

  private static ApiError explained(ApiError error) {
    return error.isConflict()
        ? error.explained("A task with this UUID was submitted before: attach to it by its id")
        : error;
  }
}
