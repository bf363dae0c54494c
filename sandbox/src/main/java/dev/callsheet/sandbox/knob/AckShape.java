package dev.callsheet.sandbox.knob;

/** What {@code data} holds when a task is accepted. */
public enum AckShape {
  /** One item with {@code taskType} and {@code taskUUID}. */
  ITEM,
  /** Nothing: {@code {"data": []}}. */
  EMPTY
}
