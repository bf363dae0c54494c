package dev.callsheet.sandbox.behavior;

/** Which UUIDs a task may have. */
public enum UuidCheck {
  /** Version 4 alone, as documented. */
  STRICT,
  /** Any version. */
  LAX
}
