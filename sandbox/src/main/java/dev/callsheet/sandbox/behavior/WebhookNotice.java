package dev.callsheet.sandbox.behavior;

/** Whether a webhook is notified of a task before it has results. */
public enum WebhookNotice {
  /** It is notified of results only. */
  NONE,
  /** It is first notified that the task is {@code processing}. */
  PROCESSING
}
