package dev.callsheet.runtime.client.error;

import org.jspecify.annotations.Nullable;

/** Everything the client throws. */
public abstract sealed class CallsheetException extends RuntimeException
    permits ApiException,
        BudgetException,
        ConfigurationException,
        DownloadException,
        InvalidRequestException,
        JobPendingException,
        JournalException,
        MediaException,
        WebhookException {
  private static final long serialVersionUID = 1;

  CallsheetException(String message, @Nullable Throwable cause) {
    super(message, cause);
  }
}
