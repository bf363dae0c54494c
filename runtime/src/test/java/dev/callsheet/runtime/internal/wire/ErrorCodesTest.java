package dev.callsheet.runtime.internal.wire;

import static org.assertj.core.api.Assertions.assertThat;

import dev.callsheet.runtime.client.error.ApiError;
import dev.callsheet.runtime.client.error.ErrorCategory;
import dev.callsheet.runtime.client.error.ErrorClassification;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class ErrorCodesTest {
  @ParameterizedTest
  @CsvSource(
      textBlock =
          """
          connectionFailed,                  CONNECTION, true
          reconnectionFailed,                CONNECTION, true
          insufficientCredits,               QUOTA,      false
          providerInsufficientCredits,       QUOTA,      false
          thirdPartyInsufficientCredits,     QUOTA,      false
          quotaExceeded,                     QUOTA,      false
          paymentRequired,                   QUOTA,      false
          rateLimitExceeded,                 RATE_LIMIT, true
          providerRateLimitExceeded,         RATE_LIMIT, true
          inferenceRateLimitRequestTooLarge, RATE_LIMIT, true
          contentPolicyViolation,            SAFETY,     false
          providerContentPolicyViolation,    SAFETY,     false
          nsfwContentDetected,               SAFETY,     false
          moderationFailed,                  SAFETY,     false
          invalidApiKey,                     AUTH,       false
          missingApiKey,                     AUTH,       false
          19,                                AUTH,       false
          authTimeout,                       AUTH,       false
          tokenExpired,                      AUTH,       false
          organizationSuspended,             AUTH,       false
          timeout,                           TIMEOUT,    true
          timeoutProvider,                   TIMEOUT,    true
          providerTimeout,                   TIMEOUT,    true
          providerGatewayTimeout,            TIMEOUT,    true
          webhookTimeout,                    TIMEOUT,    true
          taskNotFound,                      NOT_FOUND,  false
          taskExpired,                       NOT_FOUND,  false
          taskCancelled,                     NOT_FOUND,  false
          taskFailedOrNotFound,              NOT_FOUND,  false
          unknownModel,                      NOT_FOUND,  false
          internalServerError,               SERVER,     true
          unknownError,                      SERVER,     true
          unrecognizedResponse,              SERVER,     true
          providerError,                     PROVIDER,   true
          inferenceError,                    PROVIDER,   true
          uploadFailed,                      PROVIDER,   true
          modelNotReady,                     PROVIDER,   true
          invalidDuration,                   VALIDATION, false
          missingPositivePrompt,             VALIDATION, false
          conflictTaskUUID,                  VALIDATION, false
          unsupportedModelArchitecture,      VALIDATION, false
          maxResultsExceeded,                VALIDATION, false
          unknownParameter,                  VALIDATION, false
          somethingNew,                      UNKNOWN,    false
          """)
  void knowsTheCodesOfTheApi(String code, ErrorCategory category, boolean retryable) {
    var classification = ErrorCodes.classify(code, null);

    assertThat(classification.category()).isEqualTo(category);
    assertThat(classification.retryable()).isEqualTo(retryable);
    assertThat(classification.decidedBy()).startsWith(category.name());
  }

  @ParameterizedTest
  @CsvSource({
    "400, VALIDATION",
    "401, AUTH",
    "402, QUOTA",
    "403, AUTH",
    "404, NOT_FOUND",
    "408, TIMEOUT",
    "429, RATE_LIMIT",
    "500, SERVER",
    "503, SERVER",
    "504, TIMEOUT",
    "200, UNKNOWN"
  })
  void goesByTheStatusWhenNoRowKnowsTheCode(int status, ErrorCategory category) {
    assertThat(ErrorCodes.classify("somethingNew", status).category()).isEqualTo(category);
    assertThat(ErrorCodes.classify(null, status).category()).isEqualTo(category);
  }

  @Test
  void saysWhichRowDecided() {
    assertThat(ErrorCodes.classify("timeoutProvider", 500).decidedBy())
        .isEqualTo("TIMEOUT by code *Timeout*");
    assertThat(ErrorCodes.classify("somethingNew", 503).decidedBy()).isEqualTo("SERVER by HTTP 5*");
  }

  @ParameterizedTest
  @ValueSource(strings = {"It went wrong", "It went wrong."})
  void anExplanationFollowsOneFullStop(String message) {
    var error = ErrorCodes.localError("code", message, 418).withExplanation("It may come back.");
    assertThat(error.message()).isEqualTo("It went wrong. It may come back.");
  }

  @ParameterizedTest
  @EnumSource
  void hasAnExceptionForEachCategory(ErrorCategory category) {
    var error = ErrorCodes.localError("code", "It went wrong", 418);
    var exception =
        new ApiError(
                new ErrorClassification(category, true, "test"),
                error.code(),
                error.message(),
                error.parameters(),
                null,
                418,
                error.raw())
            .toException();

    assertThat(exception.category()).isEqualTo(category);
    assertThat(exception)
        .hasMessage("It went wrong [" + category + ", code code, HTTP 418]")
        .extracting(Object::getClass)
        .extracting(Class::getSimpleName)
        .asString()
        .endsWith("Exception");
  }
}
