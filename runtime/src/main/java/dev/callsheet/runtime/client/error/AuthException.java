package dev.callsheet.runtime.client.error;

/** The key is missing, wrong, or not allowed to do this. */
public final class AuthException extends ApiException {
  private static final long serialVersionUID = 1;

  AuthException(ApiError error) {
    super(error);
  }
}
