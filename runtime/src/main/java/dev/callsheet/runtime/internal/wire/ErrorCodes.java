package dev.callsheet.runtime.internal.wire;

import static dev.callsheet.runtime.internal.wire.ErrorClassificationRule.row;

import dev.callsheet.runtime.client.error.ApiError;
import dev.callsheet.runtime.client.error.ErrorCategory;
import dev.callsheet.runtime.client.error.ErrorClassification;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.MissingNode;

/** The platform's error codes and those of errors found on this side, with what they mean. */
public final class ErrorCodes {
  /** The code of a reply that is none, or that says nothing of what was asked. */
  public static final String UNRECOGNIZED = "unrecognizedResponse";

  /** The code of a reply that is larger than is allowed. */
  public static final String TOO_LARGE = "responseTooLarge";

  private static final boolean RETRYABLE = true;
  private static final boolean FINAL = false;

  /**
   * The first row that knows a code wins; only then is the HTTP status asked. 19 is what a wrong
   * key was called before 2025.
   */
  private static final List<ErrorClassificationRule> TABLE =
      List.of(
          row(
              ErrorCategory.CONNECTION,
              RETRYABLE,
              "",
              "connectionFailed notConnected notOpen reconnectionFailed disconnected"),
          row(ErrorCategory.QUOTA, FINAL, "402", "*Credits* *Quota* *Balance* paymentRequired"),
          row(
              ErrorCategory.RATE_LIMIT,
              RETRYABLE,
              "429",
              "*RateLimit* tooManyRequests queueCapacityExceeded"),
          row(
              ErrorCategory.SAFETY,
              FINAL,
              "451",
              """
              contentPolicyViolation providerContentPolicyViolation
              sensitiveContentDetected unsafeContentDetected nsfwContentDetected
              promptBlocked imageBlocked moderationFailed
              """),
          row(
              ErrorCategory.AUTH,
              FINAL,
              "401 403",
              """
              *ApiKey* 19 unauthorized forbidden permissionDenied insufficientPermissions
              authenticationFailed authFailed authTimeout token*
              accountSuspended accountDisabled organizationSuspended organizationDisabled
              workspaceSuspended workspaceDisabled
              """),
          row(ErrorCategory.TIMEOUT, RETRYABLE, "408 504", "*Timeout*"),
          row(
              ErrorCategory.NOT_FOUND,
              FINAL,
              "404 410",
              "*NotFound *Expired taskCancelled unknownModel"),
          row(
              ErrorCategory.SERVER,
              RETRYABLE,
              "5*",
              """
              internalServerError serviceUnavailable serverUnavailable standardError
              unknownError undefinedError defaultError unrecognizedResponse responseTooLarge
              errorRetrievingAccountManagement
              """),
          row(
              ErrorCategory.PROVIDER,
              RETRYABLE,
              "",
              """
              provider* inferenceError processingFailed taskFailed downloadFailed uploadFailed
              noAvailableServer modelUnavailable modelDisabled modelNotReady
              mediaStorageFileCouldNotBeMoved
              """),
          row(
              ErrorCategory.VALIDATION,
              FINAL,
              "400 405 406 409 411 413 414 415 422",
              """
              invalid* missing* conflict* duplicate* unsupported* value* array* max*
              unknownParameter incompatibleParameters modelAlreadyExists validationFailed
              """));

  /** The code of a refusal because the task's UUID was submitted before. */
  private static final String CONFLICT = "conflictTaskUUID";

  private static final ErrorClassification UNKNOWN =
      new ErrorClassification(ErrorCategory.UNKNOWN, FINAL, "UNKNOWN: not a known code");

  private ErrorCodes() {}

  /** Classifies by the server's code, or else by the HTTP status of the reply. */
  public static ErrorClassification classify(@Nullable String code, @Nullable Integer httpStatus) {
    return Optional.ofNullable(code)
        .flatMap(ErrorCodes::byCode)
        .or(() -> Optional.ofNullable(httpStatus).flatMap(ErrorCodes::byStatus))
        .orElse(UNKNOWN);
  }

  private static Optional<ErrorClassification> byCode(String code) {
    return TABLE.stream()
        .flatMap(
            row ->
                row.byCode(code).map(pattern -> decided(row, "by code " + pattern.text())).stream())
        .findFirst();
  }

  private static Optional<ErrorClassification> byStatus(int status) {
    var text = Integer.toString(status);
    return TABLE.stream()
        .flatMap(
            row ->
                row
                    .byStatus(text)
                    .map(pattern -> decided(row, "by HTTP " + pattern.text()))
                    .stream())
        .findFirst();
  }

  private static ErrorClassification decided(ErrorClassificationRule row, String reason) {
    return new ErrorClassification(row.category(), row.retryable(), row.category() + " " + reason);
  }

  /**
   * An error found on this side of the connection.
   *
   * @param code one of the table's codes; null to classify by the status
   */
  public static ApiError localError(
      @Nullable String code, String message, @Nullable Integer httpStatus) {
    return new ApiError(
        classify(code, httpStatus),
        code,
        message,
        List.of(),
        null,
        httpStatus,
        MissingNode.getInstance());
  }

  /** Whether the server refused a task because it has seen its UUID before. */
  public static boolean isConflict(ApiError error) {
    return CONFLICT.equals(error.code());
  }

  /** Whether the reply was larger than is allowed. */
  public static boolean isTooLarge(ApiError error) {
    return TOO_LARGE.equals(error.code());
  }

  /** Whether the error proves that the request did not reach the server. */
  public static boolean isNotSent(ApiError error) {
    return error.category() == ErrorCategory.RATE_LIMIT || "connectionFailed".equals(error.code());
  }
}
