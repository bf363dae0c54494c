package dev.callsheet.runtime.internal.job;

import dev.callsheet.runtime.client.error.ApiError;
import dev.callsheet.runtime.client.error.ErrorCategory;
import dev.callsheet.runtime.client.job.JobListener.Accepted;
import dev.callsheet.runtime.client.job.JobListener.Retrying;
import dev.callsheet.runtime.client.job.JobListener.Submitting;
import dev.callsheet.runtime.client.job.JobStatus;
import dev.callsheet.runtime.internal.transport.TransportRequest;
import dev.callsheet.runtime.internal.wire.ApiReply;
import dev.callsheet.runtime.internal.wire.ApiReply.ParsedReply;
import dev.callsheet.runtime.internal.wire.SubmissionStatus;
import dev.callsheet.runtime.internal.wire.TaskUpdate;
import java.util.List;

/**
 * Brings one task to the server, in as many attempts as it takes. All carry the same bytes with the
 * same UUID, by which the server tells a repetition from a new task: none is paid twice. Since no
 * document says how long a server remembers, an attempt that follows one of unknown fate asks for
 * the task before it sends it again.
 */
final class TaskSubmission {
  private final JobState<?> job;
  private final byte[] body;
  private final ClientContext context;
  private final Poller poller;
  private final boolean mayBeSentBefore;
  private final long started;
  private int attempt;
  private boolean mayHaveArrived;

  /**
   * A task to send.
   *
   * @param sentBefore whether it may have been sent by an earlier process of this client's
   */
  TaskSubmission(
      JobState<?> job, byte[] body, ClientContext engine, Poller poller, boolean sentBefore) {
    this.job = job;
    this.body = body;
    this.context = engine;
    this.poller = poller;
    this.mayBeSentBefore = sentBefore;
    this.mayHaveArrived = sentBefore;
    this.started = engine.loop().now();
  }

  void attempt() {
    if (!job.isActive()) {
      return;
    }
    if (isConfirmedByNotification()) {
      accept(new SubmissionStatus.Accepted(TaskUpdate.EMPTY, false));
      return;
    }
    attempt++;
    if (mayHaveArrived) {
      queryTask();
    } else {
      send();
    }
  }

  private void queryTask() {
    var question = TransportRequest.poll(List.of(job.id()));
    var unused = context.scheduler().exchange(question).thenAccept(this::onQueryReply);
  }

  private void onQueryReply(ApiReply reply) {
    if (reply.isCallFailure()) {
      retryLater(new SubmissionStatus.Unknown(errorOf(reply), reply.retryAfter()));
      return;
    }
    var report =
        reply instanceof ParsedReply answer
            ? TaskUpdate.of(answer, job.id(), true)
            : TaskUpdate.EMPTY;
    if (report.delivered().isEmpty() && report.running().isEmpty() && report.failed().isEmpty()) {
      send();
    } else {
      accept(new SubmissionStatus.Accepted(report, false));
    }
  }

  private static ApiError errorOf(ApiReply reply) {
    return reply
        .firstError()
        .orElseGet(
            () ->
                ApiError.local(null, "The server answered HTTP " + reply.status(), reply.status()));
  }

  private void send() {
    var event = new Submitting(job.id(), attempt);
    context.events().dispatch(listener -> listener.onSubmitting(event));
    var message = TransportRequest.submission(job.id(), body);
    var unused = context.scheduler().exchange(message).thenAccept(this::onSubmissionReply);
  }

  /** Whether the server has told of the task itself, faster than it has answered. */
  private boolean isConfirmedByNotification() {
    return job.snapshot().status() == JobStatus.RUNNING;
  }

  private void onSubmissionReply(ApiReply reply) {
    var verdict = SubmissionStatus.of(reply, job.id(), mayBeSentBefore || attempt > 1);
    if (isConfirmedByNotification() && !(verdict instanceof SubmissionStatus.Accepted)) {
      accept(new SubmissionStatus.Accepted(TaskUpdate.EMPTY, false));
    } else if (verdict instanceof SubmissionStatus.Unknown open) {
      mayHaveArrived |=
          open.error().category() != ErrorCategory.RATE_LIMIT
              && !"connectionFailed".equals(open.error().code());
      retryLater(open);
    } else if (verdict instanceof SubmissionStatus.Accepted accepted) {
      accept(accepted);
    } else if (verdict instanceof SubmissionStatus.Refused refused) {
      job.onRefused(withConflictAdvice(refused.error()));
    }
  }

  private void accept(SubmissionStatus.Accepted accepted) {
    var took = context.loop().elapsedSince(started);
    var event = new Accepted(job.id(), attempt, accepted.confirmedByConflict(), took);
    context.events().dispatch(listener -> listener.onAccepted(event));
    job.onAccepted(accepted.update());
    if (job.isActive()) {
      poller.followSubmitted(job);
    }
  }

  private void retryLater(SubmissionStatus.Unknown open) {
    var wait = context.retryPolicy().delayAfter(attempt, open.retryAfter(), context.random());
    if (wait.isEmpty()) {
      giveUp(open.error());
      return;
    }
    var event = new Retrying(job.id(), attempt, open.error(), wait.get());
    context.events().dispatch(listener -> listener.onRetrying(event));
    job.onPollError(open.error());
    context.loop().schedule(wait.get(), this::attempt);
  }

  private void giveUp(ApiError last) {
    if (isConfirmedByNotification()) {
      accept(new SubmissionStatus.Accepted(TaskUpdate.EMPTY, false));
      return;
    }
    var sentence = "Given up after " + attempt + " attempts";
    if (mayHaveArrived) {
      job.onGivenUp(
          last.withExplanation(
              sentence
                  + ". The task may have been accepted all the same: submit the same request again"
                  + " with this client, resume it, or attach to it by its id"));
    } else {
      job.onRefused(last.withExplanation(sentence));
    }
  }

  private static ApiError withConflictAdvice(ApiError error) {
    return error.isConflict()
        ? error.withExplanation(
            "A task with this UUID was submitted before: attach to it by its id")
        : error;
  }
}
