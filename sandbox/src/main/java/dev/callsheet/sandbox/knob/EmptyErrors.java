package dev.callsheet.sandbox.knob;

/** Whether a reply without errors has the key {@code errors}. */
public enum EmptyErrors {
  /** It does not. */
  ABSENT,
  /** It does: {@code "errors": []}. */
  PRESENT
}
