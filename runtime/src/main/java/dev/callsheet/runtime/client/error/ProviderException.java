package dev.callsheet.runtime.client.error;

/** The model's provider failed. */
public final class ProviderException extends ApiException {
  private static final long serialVersionUID = 1;

  ProviderException(ApiError error) {
    super(error);
  }
}
