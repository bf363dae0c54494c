package dev.callsheet.runtime.client.error;

/** Too many requests for now. */
public final class RateLimitException extends ApiException {
  private static final long serialVersionUID = 1;

  RateLimitException(ApiError error) {
    super(error);
  }
}
