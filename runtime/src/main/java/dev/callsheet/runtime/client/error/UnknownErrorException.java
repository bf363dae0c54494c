package dev.callsheet.runtime.client.error;

/** An error that the table of codes does not know. */
public final class UnknownErrorException extends ApiException {
  private static final long serialVersionUID = 1;

  UnknownErrorException(ApiError error) {
    super(error);
  }
}
