package dev.callsheet.runtime.client.webhook;

import java.util.Set;
import java.util.UUID;

/**
 * Which jobs received the body of a webhook.
 *
 * @param accepted the tasks in it whose jobs are followed by this client; they have it
 * @param unclaimed the tasks in it that this client does not follow: jobs that are finished, of
 *     another process, or of one that is gone ({@code CallsheetClient.resume(UUID)} takes those up)
 */
public record WebhookReceipt(Set<UUID> accepted, Set<UUID> unclaimed) {
  /** Copies the sets, so that a receipt never changes. */
  public WebhookReceipt {
    accepted = Set.copyOf(accepted);
    unclaimed = Set.copyOf(unclaimed);
  }
}
