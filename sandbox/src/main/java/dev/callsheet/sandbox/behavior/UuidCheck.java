package dev.callsheet.sandbox.behavior;

/** What a task may be named by. */
public enum UuidCheck {
  /** A UUID of version 4 alone, as documented. */
  STRICT,
  /** A UUID of any version. */
  LAX,
  /** Any text that is not blank, such as a slug. */
  OFF
}
