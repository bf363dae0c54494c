package dev.callsheet.sandbox.behavior;

/** Where a poll reports a result that failed to render. */
public enum FailurePlacement {
  /** In the top-level {@code errors}, with {@code status: "error"}. */
  ERRORS,
  /** In {@code data}, as an item with {@code status: "error"} and an {@code error} object. */
  DATA
}
