package dev.callsheet.runtime.client.error;

/** The task, model or piece of media does not exist, or no longer. */
public final class NotFoundException extends ApiException {
  private static final long serialVersionUID = 1;

  NotFoundException(ApiError error) {
    super(error);
  }
}
