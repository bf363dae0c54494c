package dev.callsheet.runtime.client.error;

/** The server could not be reached, or the connection broke. */
public final class ConnectionException extends ApiException {
  private static final long serialVersionUID = 1;

  ConnectionException(ApiError error) {
    super(error);
  }
}
