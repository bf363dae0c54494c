package dev.callsheet.runtime.internal.wire;

import dev.callsheet.runtime.client.error.ApiError;
import dev.callsheet.runtime.internal.wire.ApiReply.ParsedReply;

/** What an error that names a task, in the reply to a poll, is about. */
enum ErrorSubject {
  /** One result of the task is not coming. */
  RESULT,
  /** The poll: the task goes on. */
  CALL,
  /** Either: it counts against the task only if it is repeated for the grace period. */
  UNCERTAIN;

  /**
   * Polls carry the UUID of the task, so that errors of the poll itself name the task too. Failed
   * results say {@code "status": "error"}; without it the kind of error decides.
   */
  static ErrorSubject of(ApiError error, ParsedReply answer) {
    if (answer.isCallFailure()) {
      return CALL;
    }
    if (error.raw().path("status").asString("").equals("error")) {
      return RESULT;
    }
    return switch (error.category()) {
      case AUTH, RATE_LIMIT, CONNECTION, SERVER -> CALL;
      case NOT_FOUND, UNKNOWN -> UNCERTAIN;
      default -> RESULT;
    };
  }
}
