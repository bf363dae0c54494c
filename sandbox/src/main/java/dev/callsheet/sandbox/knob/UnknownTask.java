package dev.callsheet.sandbox.knob;

/** The reply to a poll for a task that was never submitted. */
public enum UnknownTask {
  /** Nothing, as for a task still waiting: {@code {"data": []}}. */
  EMPTY,
  /** The error {@code taskNotFound}. */
  ERROR
}
