package dev.callsheet.sandbox.behavior;

/** In which order a task's results are sent to its webhook. */
public enum WebhookOrder {
  /** Each as it is finished. */
  AS_FINISHED,
  /** When all are finished, the last one first. */
  LAST_FIRST
}
