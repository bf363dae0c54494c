package dev.callsheet.runtime.client.error;

import static dev.callsheet.runtime.client.error.ErrorClassificationRule.row;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What an error is, and why.
 *
 * @param category what kind of trouble it is
 * @param retryable whether a new task with the same parameters may succeed
 * @param decidedBy the row and pattern that decided, such as {@code TIMEOUT by code *Timeout*}
 */
public record ErrorClassification(ErrorCategory category, boolean retryable, String decidedBy) {
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
              unknownError undefinedError defaultError unrecognizedResponse
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

  private static final ErrorClassification UNKNOWN =
      new ErrorClassification(ErrorCategory.UNKNOWN, FINAL, "UNKNOWN: no row knows it");

  /** Classifies by the server's code, or else by the HTTP status of the reply. */
  public static ErrorClassification of(@Nullable String code, @Nullable Integer httpStatus) {
    return Optional.ofNullable(code)
        .flatMap(ErrorClassification::byCode)
        .or(() -> Optional.ofNullable(httpStatus).flatMap(ErrorClassification::byStatus))
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
}
