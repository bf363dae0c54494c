package dev.callsheet.runtime.client.error;

/** Something took longer than its limit, here or at the server. */
public final class TimedOutException extends ApiException {
  private static final long serialVersionUID = 1;

  TimedOutException(ApiError error) {
    super(error);
  }
}
