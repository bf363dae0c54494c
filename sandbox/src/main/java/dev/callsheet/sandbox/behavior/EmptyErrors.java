package dev.callsheet.sandbox.behavior;

/** Whether a reply without errors has the key {@code errors}. */
public enum EmptyErrors {
  /** It does not. */
  ABSENT,
  /** It does: {@code "errors": []}. */
  PRESENT
}
