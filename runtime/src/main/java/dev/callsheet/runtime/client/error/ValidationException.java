package dev.callsheet.runtime.client.error;

/** The server refused the request as not being what the API wants. */
public final class ValidationException extends ApiException {
  private static final long serialVersionUID = 1;

  ValidationException(ApiError error) {
    super(error);
  }
}
