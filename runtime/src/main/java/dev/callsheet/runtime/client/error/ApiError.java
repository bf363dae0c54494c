package dev.callsheet.runtime.client.error;

import java.util.List;
import java.util.UUID;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * One error as the server reported it, or as the connection to it ended, with its classification.
 *
 * @param classification what it is, and which row of the table decided
 * @param code the server's own code; for an error found on this side, one of the table's codes
 * @param message the server's own message
 * @param parameters the parameters it is about; several when they only clash together
 * @param job the id of the job it is about; null when it is about none in particular
 * @param httpStatus the status of the reply that carried it; null when there was no reply
 * @param raw the whole error object, with every field this version does not know; missing when
 *     there was none
 */
public record ApiError(
    ErrorClassification classification,
    @Nullable String code,
    String message,
    List<String> parameters,
    @Nullable UUID job,
    @Nullable Integer httpStatus,
    JsonNode raw) {

  /** Copies the list, so that an error never changes. */
  public ApiError {
    parameters = List.copyOf(parameters);
  }

  /** What kind of error it is. */
  public ErrorCategory category() {
    return classification.category();
  }

  /** Whether a new task (a new UUID, a new charge) with the same parameters may succeed. */
  public boolean isRetryable() {
    return classification.retryable();
  }

  /** The values the server would have allowed, if it named any: as a list or by number. */
  public List<JsonNode> allowedValues() {
    return StreamSupport.stream(raw.path("allowedValues").spliterator(), false).toList();
  }

  /** The same error with a sentence added to its message. */
  public ApiError withExplanation(String sentence) {
    String end = message.endsWith(".") ? " " : ". ";
    return new ApiError(
        classification, code, message + end + sentence, parameters, job, httpStatus, raw);
  }

  /** The exception of this error's category. */
  public ApiException toException() {
    return switch (category()) {
      case CONNECTION -> new ConnectionException(this);
      case QUOTA -> new QuotaException(this);
      case RATE_LIMIT -> new RateLimitException(this);
      case SAFETY -> new SafetyException(this);
      case AUTH -> new AuthException(this);
      case TIMEOUT -> new TimedOutException(this);
      case NOT_FOUND -> new NotFoundException(this);
      case SERVER -> new ServerException(this);
      case PROVIDER -> new ProviderException(this);
      case VALIDATION -> new ValidationException(this);
      case UNKNOWN -> new UnknownErrorException(this);
    };
  }

  /** One line for people: the message, then code, parameters, task and status where known. */
  @Override
  public String toString() {
    var line = new StringBuilder(message).append(" [").append(category());
    if (code != null) {
      line.append(", code ").append(code);
    }
    if (!parameters.isEmpty()) {
      line.append(", parameter ").append(String.join(" and ", parameters));
    }
    if (job != null) {
      line.append(", task ").append(job);
    }
    if (httpStatus != null) {
      line.append(", HTTP ").append(httpStatus);
    }
    return line.append(']').toString();
  }
}
