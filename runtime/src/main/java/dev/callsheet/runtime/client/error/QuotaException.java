package dev.callsheet.runtime.client.error;

/** The account's credits or quota are used up. */
public final class QuotaException extends ApiException {
  private static final long serialVersionUID = 1;

  QuotaException(ApiError error) {
    super(error);
  }
}
