package dev.callsheet.sandbox.knob;

/** What becomes of a task whose input is a UUID that nothing is stored under. */
public enum UnknownMedia {
  /** It is accepted, so that requests can be tried without their media. */
  ACCEPTED,
  /** It is rejected with {@code mediaNotFound}. */
  REFUSED
}
