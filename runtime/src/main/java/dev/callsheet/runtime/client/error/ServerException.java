package dev.callsheet.runtime.client.error;

/** A fault of the server. */
public final class ServerException extends ApiException {
  private static final long serialVersionUID = 1;

  ServerException(ApiError error) {
    super(error);
  }
}
