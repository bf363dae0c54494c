/**
 * What the server sends to a {@code webhookURL}: {@code CallsheetClient.handleWebhook} hands it to
 * the job that waits for it, and {@link dev.callsheet.runtime.client.webhook.WebhookReceiver} takes
 * it in where there is no web server yet.
 */
@NullMarked
package dev.callsheet.runtime.client.webhook;

import org.jspecify.annotations.NullMarked;
