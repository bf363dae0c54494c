package dev.callsheet.runtime.client.error;

/** The content was refused as unsafe. */
public final class SafetyException extends ApiException {
  private static final long serialVersionUID = 1;

  SafetyException(ApiError error) {
    super(error);
  }
}
