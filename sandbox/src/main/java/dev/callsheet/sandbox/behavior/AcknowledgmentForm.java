package dev.callsheet.sandbox.behavior;

/** What {@code data} holds when a task is accepted. */
public enum AcknowledgmentForm {
  /** One item with {@code taskType} and {@code taskUUID}. */
  ITEM,
  /** Nothing: {@code {"data": []}}. */
  EMPTY
}
