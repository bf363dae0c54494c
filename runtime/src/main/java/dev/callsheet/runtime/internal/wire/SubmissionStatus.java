package dev.callsheet.runtime.internal.wire;

import dev.callsheet.runtime.client.error.ApiError;
import dev.callsheet.runtime.internal.wire.ApiReply.Failure;
import dev.callsheet.runtime.internal.wire.ApiReply.ParsedReply;
import java.time.Duration;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What the reply to a submission means for the task. */
public sealed interface SubmissionStatus {
  /**
   * The server has the task.
   *
   * @param update what it says of the task already: a task delivered at once comes with its results
   * @param confirmedByConflict whether it said so by refusing our repetition
   */
  record Accepted(TaskUpdate update, boolean confirmedByConflict) implements SubmissionStatus {}

  /**
   * The server refuses the task, and would refuse it the next time.
   *
   * @param error why
   */
  record Refused(ApiError error) implements SubmissionStatus {}

  /**
   * The server may accept the task another time, or has accepted it already.
   *
   * @param error what happened
   * @param retryAfter how long the server asks to wait; null when it does not
   * @param mayHaveArrived whether the server may have the task all the same
   */
  record Unknown(ApiError error, @Nullable Duration retryAfter, boolean mayHaveArrived)
      implements SubmissionStatus {
    static Unknown of(ApiError error, @Nullable Duration retryAfter) {
      return new Unknown(error, retryAfter, !ErrorCodes.isNotSent(error));
    }
  }

  /**
   * Derives the status from a reply.
   *
   * @param repeated whether this client has sent the task before, so that the server's refusal of a
   *     UUID it knows is the proof that the task was accepted
   */
  public static SubmissionStatus of(ApiReply reply, UUID task, boolean repeated) {
    if (reply instanceof Failure noReply) {
      return noReply.isDeliveryUnknown()
          ? Unknown.of(noReply.error(), noReply.retryAfter())
          : new Refused(noReply.error());
    }
    var answer = (ParsedReply) reply;
    var report = TaskUpdate.of(answer, task, true);
    if (!report.delivered().isEmpty() || !report.running().isEmpty()) {
      return new Accepted(report, false);
    }
    var conflict = answer.errors().stream().filter(ErrorCodes::isConflict).findFirst();
    if (conflict.isPresent()) {
      return repeated ? new Accepted(TaskUpdate.EMPTY, true) : new Refused(conflict.get());
    }
    var error = report.failed().stream().findFirst().or(answer::firstError);
    if (error.isEmpty()) {
      return new Accepted(report, false); // an empty list of data is an acknowledgment too
    }
    return answer.isTransient() || isTransient(error.get())
        ? Unknown.of(error.get(), answer.retryAfter())
        : new Refused(error.get());
  }

  private static boolean isTransient(ApiError error) {
    return switch (error.category()) {
      case RATE_LIMIT, SERVER, CONNECTION -> !isResultFailure(error);
      default -> false;
    };
  }

  private static boolean isResultFailure(ApiError error) {
    return error.raw().path("status").asString("").equals("error");
  }
}
