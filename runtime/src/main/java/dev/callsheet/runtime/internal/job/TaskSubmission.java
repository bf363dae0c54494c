package dev.callsheet.runtime.internal.job;

import dev.callsheet.runtime.client.error.ApiError;
import dev.callsheet.runtime.client.job.JobListener.Accepted;
import dev.callsheet.runtime.client.job.JobListener.Retrying;
import dev.callsheet.runtime.client.job.JobListener.Submitting;
import dev.callsheet.runtime.client.job.JobStatus;
import dev.callsheet.runtime.internal.transport.TransportRequest;
import dev.callsheet.runtime.internal.wire.ApiReply;
import dev.callsheet.runtime.internal.wire.ApiReply.ParsedReply;
import dev.callsheet.runtime.internal.wire.ErrorCodes;
import dev.callsheet.runtime.internal.wire.SubmissionStatus;
import dev.callsheet.runtime.internal.wire.TaskUpdate;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/**
 * Sends one task, in as many attempts as the retry policy allows.
 *
 * <p>Why a task is paid once. The caller chooses the task's UUID, and the server refuses a UUID
 * that it has seen before. So:
 *
 * <ol>
 *   <li>The task is in the journal, byte for byte, before its first attempt. A process that takes
 *       the job over sends the same bytes with the same UUID.
 *   <li>An attempt whose outcome is unknown (no reply, a reply that cannot be read, a fault of the
 *       server) may have created the task. Nobody knows how long a server remembers UUIDs, so the
 *       next attempt first asks for the task, and sends it only if the server does not know it.
 *   <li>A refusal because the UUID is known, to a task that was sent before, is proof that the task
 *       exists: it counts as accepted.
 *   <li>A notification about the task is the same proof, even if it comes before the reply.
 *   <li>When no attempt is left and one of them may have arrived, the job ends as <em>possibly
 *       paid</em>: the budget keeps its reservation as spent, the journal keeps the job, and only
 *       the same bytes are ever sent again.
 * </ol>
 */
final class TaskSubmission {
  private final ActiveJob<?> job;
  private final byte[] body;
  private final ClientContext context;
  private final boolean mayBeSentBefore;
  private final long started;
  private final CompletableFuture<ActiveJob<?>> accepted = new CompletableFuture<>();
  private int attempt;
  private boolean mayHaveArrived;

  private TaskSubmission(ActiveJob<?> job, Submission submission, ClientContext context) {
    this.job = job;
    this.body = submission.body();
    this.context = context;
    this.mayBeSentBefore = submission.mayHaveArrived();
    this.mayHaveArrived = submission.mayHaveArrived();
    this.started = context.loop().now();
  }

  /**
   * Sends a task. On the loop.
   *
   * @return completes, on the loop, when the server has the task; never if the job ends before
   */
  static CompletableFuture<ActiveJob<?>> send(
      ActiveJob<?> job, Submission submission, ClientContext context) {
    var sending = new TaskSubmission(job, submission, context);
    sending.attempt();
    return sending.accepted;
  }

  private void attempt() {
    if (!job.isActive()) {
      return;
    }
    if (isConfirmedByNotification()) {
      accept(TaskUpdate.EMPTY, false);
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
    var query = TransportRequest.poll(List.of(job.id()));
    var unused =
        context
            .scheduler()
            .exchange(query)
            .thenAccept(reply -> job.runStep(() -> onQueryReply(reply)));
  }

  private void onQueryReply(ApiReply reply) {
    if (reply.isCallFailure()) {
      retryLater(new SubmissionStatus.Unknown(errorOf(reply), reply.retryAfter()));
      return;
    }
    var update =
        reply instanceof ParsedReply parsed
            ? TaskUpdate.of(parsed, job.id(), true)
            : TaskUpdate.EMPTY;
    if (update.delivered().isEmpty() && update.running().isEmpty() && update.failed().isEmpty()) {
      send();
    } else {
      accept(update, false);
    }
  }

  private static ApiError errorOf(ApiReply reply) {
    return reply
        .firstError()
        .orElseGet(
            () ->
                ErrorCodes.localError(
                    null, "The server answered HTTP " + reply.status(), reply.status()));
  }

  private void send() {
    var event = new Submitting(job.id(), attempt);
    context.events().dispatch(listener -> listener.onSubmitting(event));
    var message = TransportRequest.submission(job.id(), body);
    var unused =
        context
            .scheduler()
            .exchange(message, () -> job.handle(new JobEvent.Sending()))
            .thenAccept(reply -> job.runStep(() -> onSubmissionReply(reply)));
  }

  /** Whether a notification has come before the reply. */
  private boolean isConfirmedByNotification() {
    return job.status() == JobStatus.RUNNING;
  }

  private void onSubmissionReply(ApiReply reply) {
    var status = SubmissionStatus.of(reply, job.id(), mayBeSentBefore || attempt > 1);
    if (isConfirmedByNotification() && !(status instanceof SubmissionStatus.Accepted)) {
      accept(TaskUpdate.EMPTY, false);
    } else if (status instanceof SubmissionStatus.Unknown unknown) {
      mayHaveArrived |= !ErrorCodes.isNotSent(unknown.error());
      retryLater(unknown);
    } else if (status instanceof SubmissionStatus.Accepted accepted) {
      accept(accepted.update(), accepted.confirmedByConflict());
    } else if (status instanceof SubmissionStatus.Refused refused) {
      job.handle(new JobEvent.Refused(withConflictAdvice(refused.error())));
    }
  }

  private void accept(TaskUpdate update, boolean isConfirmedByConflict) {
    var duration = context.loop().elapsedSince(started);
    var event = new Accepted(job.id(), attempt, isConfirmedByConflict, duration);
    context.events().dispatch(listener -> listener.onAccepted(event));
    job.onAccepted(update);
    accepted.complete(job);
  }

  private void retryLater(SubmissionStatus.Unknown unknown) {
    var wait = context.retryPolicy().delayAfter(attempt, unknown.retryAfter(), context.random());
    if (wait.isEmpty()) {
      giveUp(unknown.error());
      return;
    }
    var event = new Retrying(job.id(), attempt, unknown.error(), wait.get());
    context.events().dispatch(listener -> listener.onRetrying(event));
    job.handle(new JobEvent.SendingFailed(unknown.error(), mayHaveArrived));
    context.loop().schedule(wait.get(), () -> job.runStep(this::attempt));
  }

  private void giveUp(ApiError last) {
    if (isConfirmedByNotification()) {
      accept(TaskUpdate.EMPTY, false);
      return;
    }
    var sentence = "Given up after " + attempt + " attempts";
    if (mayHaveArrived) {
      var advice =
          ". The task may have been accepted all the same: submit the same request again"
              + " with this client, resume it, or attach to it by its id";
      job.handle(new JobEvent.GivenUp(last.withExplanation(sentence + advice)));
    } else {
      job.handle(new JobEvent.Refused(last.withExplanation(sentence)));
    }
  }

  private static ApiError withConflictAdvice(ApiError error) {
    return ErrorCodes.isConflict(error)
        ? error.withExplanation(
            "A task with this UUID was submitted before: attach to it by its id")
        : error;
  }
}
