package dev.callsheet.runtime.client.error;

/** An error of a task, reported by the server or by its transport. Each category has a type. */
public abstract sealed class ApiException extends CallsheetException
    permits AuthException,
        ConnectionException,
        NotFoundException,
        ProviderException,
        QuotaException,
        RateLimitException,
        SafetyException,
        ServerException,
        TimedOutException,
        UnknownErrorException,
        ValidationException {
  private static final long serialVersionUID = 1;

  /** Not kept when the exception is serialized: its message has what people need. */
  private final transient ApiError error;

  ApiException(ApiError error) {
    super(error.toString(), null);
    this.error = error;
  }

  /** The error in full: code, message, parameters, task, HTTP status, and every other field. */
  public ApiError error() {
    return error;
  }

  /** What kind of error it is. */
  public ErrorCategory category() {
    return error.category();
  }

  /** Whether a new task (a new UUID, a new charge) with the same parameters may succeed. */
  public boolean isRetryable() {
    return error.isRetryable();
  }
}
