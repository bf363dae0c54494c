package dev.callsheet.sandbox.behavior;

/** What becomes of a task with names of earlier days, which official clients send. */
public enum LegacyNamePolicy {
  /** It is taken as it would be called today. */
  ACCEPTED,
  /** It is refused, and the error names what it is called today. */
  REFUSED
}
