package dev.callsheet.runtime.client.error;

/** What came to a webhook is nothing that the API sends. */
public final class WebhookException extends CallsheetException {
  private static final long serialVersionUID = 1;

  /** An exception whose message says what is missing. */
  public WebhookException(String message) {
    super(message, null);
  }
}
