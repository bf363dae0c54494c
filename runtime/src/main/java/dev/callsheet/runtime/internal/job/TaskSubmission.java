package dev.callsheet.runtime.internal.job;

import dev.callsheet.runtime.client.error.ApiError;
import dev.callsheet.runtime.client.job.JobListener.Accepted;
import dev.callsheet.runtime.client.job.JobListener.Rejected;
import dev.callsheet.runtime.client.job.JobListener.Retrying;
import dev.callsheet.runtime.client.job.JobListener.Submitting;
import dev.callsheet.runtime.client.job.JobStatus;
import dev.callsheet.runtime.internal.loop.AsyncFailure;
import dev.callsheet.runtime.internal.transport.TransportRequest;
import dev.callsheet.runtime.internal.wire.ApiReply;
import dev.callsheet.runtime.internal.wire.ApiReply.ParsedReply;
import dev.callsheet.runtime.internal.wire.ErrorCodes;
import dev.callsheet.runtime.internal.wire.SubmissionStatus;
import dev.callsheet.runtime.internal.wire.TaskUpdate;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/**
 * Sends one task, in as many attempts as the retry policy allows.
 *
 * <p>Why a task is paid once:
 *
 * <ol>
 *   <li>The task is in the journal, byte for byte, before its first attempt. A process that takes
 *       the job over sends the same bytes with the same id.
 *   <li>As an attempt leaves, the journal is asked whether the job is still this client's. Where
 *       another has taken it over, it is that one's to send.
 *   <li>An attempt whose outcome is unknown (no reply, a reply that cannot be read, a fault of the
 *       server) may have created the task. What follows depends on the platform ({@link
 *       Repetition}). Where a key travels with the task by which the platform recognizes a
 *       repetition, it is sent again. Where the task can be asked for (by a UUID that the caller
 *       chose, or by what it asks for), it is, and is sent only if it is not there. Where neither
 *       is possible, it is never sent again.
 *   <li>A refusal because its id is known, to a task that was sent before, is proof that the task
 *       exists: it counts as accepted.
 *   <li>A notification about the task is the same proof, even if it comes before the reply.
 *   <li>When no attempt is left, or none is allowed, and one of them may have arrived, the job ends
 *       as <em>possibly paid</em>: the budget keeps its reservation as spent, the journal keeps the
 *       job, and only the same bytes are ever sent again.
 * </ol>
 */
final class TaskSubmission {
  private static final Duration UNKNOWN_OWNER_WAIT = Duration.ofSeconds(1);

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
    if (!mayHaveArrived) {
      send();
      return;
    }
    switch (repetition()) {
      case SEND_AGAIN -> send();
      case LOOK_UP -> lookUp();
      case NEVER -> giveUp(ErrorCodes.localError("disconnected", "The reply was lost", null));
    }
  }

  private Repetition repetition() {
    return context.protocol().repetition();
  }

  private void lookUp() {
    var query = TransportRequest.lookup(job.taskHandle(), body);
    var unused =
        context
            .scheduler()
            .exchange(query)
            .thenAccept(reply -> job.runStep(() -> onLookupReply(reply)));
  }

  private void onLookupReply(ApiReply reply) {
    if (reply.isCallFailure()) {
      retryLater(new SubmissionStatus.Unknown(errorOf(reply), reply.retryAfter(), true));
      return;
    }
    var update =
        reply instanceof ParsedReply parsed
            ? TaskUpdate.of(parsed, job.id(), true)
            : TaskUpdate.EMPTY;
    var names = update.references();
    if (!names.isEmpty()) {
      var unused =
          context
              .journal()
              .claim(names, context.protocol()::taskId)
              .thenAcceptAsync(
                  name -> job.runStep(() -> onClaimed(reply, update, name)), context.loop())
              .exceptionally(
                  fault -> {
                    job.execute(() -> job.abandon(AsyncFailure.cause(fault)));
                    return null;
                  });
    } else if (update.delivered().isEmpty()
        && update.running().isEmpty()
        && update.failed().isEmpty()) {
      onNotFound(reply);
    } else {
      accept(update, false);
    }
  }

  /** Tasks that ask for the same look alike; one that is another job's is not this one's. */
  private void onClaimed(ApiReply reply, TaskUpdate found, Optional<String> name) {
    name.ifPresentOrElse(
        claimed -> accept(found.withReference(claimed), false), () -> onNotFound(reply));
  }

  private void onNotFound(ApiReply reply) {
    if (context.protocol().provesAbsence(reply)) {
      send();
    } else {
      var notFound =
          ErrorCodes.localError(
              "disconnected", "The task is not among those that are listed", null);
      retryLater(new SubmissionStatus.Unknown(notFound, reply.retryAfter(), true));
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
    queue();
  }

  private void queue() {
    if (!job.isActive()) {
      return;
    }
    var message = TransportRequest.submission(job.taskHandle(), body);
    var unused =
        context
            .scheduler()
            .exchange(message, this::mayLeave)
            .thenAccept(reply -> job.runStep(() -> onSubmissionReply(reply)));
  }

  /**
   * Whether the job is surely this client's, as its request leaves the queue. Otherwise that is
   * found out first, without holding up others.
   */
  private boolean mayLeave() {
    var own = context.journal().confirm(job.id());
    if (own.isDone() && !own.isCompletedExceptionally() && own.join()) {
      job.handle(new JobEvent.Sending());
      return true;
    }
    var unused =
        own.thenApply(Optional::of)
            .exceptionally(unknown -> Optional.empty())
            .thenAcceptAsync(isOwn -> job.runStep(() -> onConfirmation(isOwn)), context.loop());
    return false;
  }

  /**
   * Goes on where it is known whose the job is.
   *
   * @param isOwn empty where that cannot be found out yet
   */
  private void onConfirmation(Optional<Boolean> isOwn) {
    if (isOwn.isEmpty()) {
      context.loop().schedule(UNKNOWN_OWNER_WAIT, () -> job.runStep(this::queue));
    } else if (isOwn.get()) {
      queue();
    } else {
      job.onTakenOver();
    }
  }

  /** Whether a notification has come before the reply. */
  private boolean isConfirmedByNotification() {
    return job.status() == JobStatus.RUNNING;
  }

  private void onSubmissionReply(ApiReply reply) {
    var status =
        context.protocol().submissionStatus(reply, job.id(), mayBeSentBefore || attempt > 1);
    if (isConfirmedByNotification() && !(status instanceof SubmissionStatus.Accepted)) {
      accept(TaskUpdate.EMPTY, false);
    } else if (status instanceof SubmissionStatus.Unknown unknown) {
      mayHaveArrived |= unknown.mayHaveArrived();
      retryLater(unknown);
    } else if (status instanceof SubmissionStatus.Accepted accepted) {
      accept(accepted.update(), accepted.confirmedByConflict());
    } else if (status instanceof SubmissionStatus.Refused refused) {
      refuse(withConflictAdvice(refused.error()));
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
    if (mayHaveArrived && repetition() == Repetition.NEVER) {
      giveUp(unknown.error());
      return;
    }
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
    var sentence = "Given up after " + attempt + (attempt == 1 ? " attempt" : " attempts");
    if (mayHaveArrived) {
      var reason = last.withExplanation(sentence + ". " + advice());
      end(new JobEvent.GivenUp(reason), reason);
    } else {
      refuse(last.withExplanation(sentence));
    }
  }

  private void refuse(ApiError reason) {
    end(new JobEvent.Refused(reason), reason);
  }

  private void end(JobEvent end, ApiError reason) {
    var event = new Rejected(job.id(), attempt, reason);
    context.events().dispatch(listener -> listener.onRejected(event));
    job.handle(end);
  }

  private String advice() {
    return repetition() == Repetition.NEVER
        ? "The task may have been accepted and paid for all the same, and the platform cannot be"
            + " asked for it: it is not sent again. Look at the account's list of requests; if it is"
            + " not there, submit a new request"
        : "The task may have been accepted all the same: submit the same request again with this"
            + " client, resume it, or attach to it by its id";
  }

  private static ApiError withConflictAdvice(ApiError error) {
    return ErrorCodes.isConflict(error)
        ? error.withExplanation(
            "A task with this UUID was submitted before: attach to it by its id")
        : error;
  }
}
