package dev.callsheet.sandbox.behavior;

/** Whether a webhook is told of a task before it has results. */
public enum WebhookNotice {
  /** It is told of results only. */
  NONE,
  /** It is first told that the task is {@code processing}. */
  PROCESSING
}
