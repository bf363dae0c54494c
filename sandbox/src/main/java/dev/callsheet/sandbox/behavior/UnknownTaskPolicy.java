package dev.callsheet.sandbox.behavior;

/** The reply to a poll for a task that was never submitted. */
public enum UnknownTaskPolicy {
  /** Nothing, as for a task still waiting: {@code {"data": []}}. */
  EMPTY,
  /** The error {@code taskNotFound}. */
  ERROR
}
