package dev.callsheet.sandbox.behavior;

/** How long a task's UUID cannot be used for another task. */
public enum ConflictWindow {
  /** From its acceptance on. */
  FOREVER,
  /** Until its last result is finished. */
  RUNNING,
  /** Never: every submit is accepted and charged. */
  OFF
}
