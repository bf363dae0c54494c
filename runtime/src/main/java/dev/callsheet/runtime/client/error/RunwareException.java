package dev.callsheet.runtime.client.error;

import org.jspecify.annotations.Nullable;

/** Everything the client throws. */
public abstract sealed class RunwareException extends RuntimeException
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

  RunwareException(String message, @Nullable Throwable cause) {
    super(message, cause);
  }
}
