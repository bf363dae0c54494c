package dev.callsheet.runtime.client.wire;

import dev.callsheet.runtime.client.error.ApiError;
import dev.callsheet.runtime.client.wire.Reply.Answer;
import dev.callsheet.runtime.client.wire.Reply.NoAnswer;
import java.time.Duration;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What the reply to a submission means for the task. */
public sealed interface Verdict {
  /**
   * The server has the task.
   *
   * @param report what it says of the task already: a task delivered at once comes with its results
   * @param byConflict whether it said so by refusing our repetition
   */
  record Accepted(TaskReport report, boolean byConflict) implements Verdict {}

  /**
   * The server does not want the task, and will not want it the next time.
   *
   * @param error why
   */
  record Refused(ApiError error) implements Verdict {}

  /**
   * Nobody knows: the task may have been accepted or not. Submitting it again is safe.
   *
   * @param error what happened
   * @param retryAfter how long the server asks to wait; null when it does not
   */
  record Open(ApiError error, @Nullable Duration retryAfter) implements Verdict {}

  /**
   * Judges a reply.
   *
   * @param repeated whether this client has sent the task before, so that the server's refusal of a
   *     UUID it knows is the proof that the task was accepted
   */
  static Verdict of(Reply reply, UUID task, boolean repeated) {
    if (reply instanceof NoAnswer silence) {
      return silence.isUnclear()
          ? new Open(silence.error(), silence.retryAfter())
          : new Refused(silence.error());
    }
    var answer = (Answer) reply;
    var report = TaskReport.of(answer, task, true);
    if (!report.delivered().isEmpty() || !report.running().isEmpty()) {
      return new Accepted(report, false);
    }
    var conflict = answer.errors().stream().filter(ApiError::isConflict).findFirst();
    if (conflict.isPresent()) {
      return repeated ? new Accepted(TaskReport.SILENT, true) : new Refused(conflict.get());
    }
    var error = report.failed().stream().findFirst().or(answer::trouble);
    if (error.isEmpty()) {
      return new Accepted(report, false); // an empty list of data is an acknowledgment too
    }
    return answer.isPassing() || isPassing(error.get())
        ? new Open(error.get(), answer.retryAfter())
        : new Refused(error.get());
  }

  private static boolean isPassing(ApiError error) {
    return switch (error.category()) {
      case RATE_LIMIT, SERVER, CONNECTION -> !isFailure(error);
      default -> false;
    };
  }

  private static boolean isFailure(ApiError error) {
    return error.raw().path("status").asString("").equals("error");
  }
}
