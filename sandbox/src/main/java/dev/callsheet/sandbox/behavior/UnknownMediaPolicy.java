package dev.callsheet.sandbox.behavior;

/** What becomes of a task whose input is a UUID that nothing is stored under. */
public enum UnknownMediaPolicy {
  /** It is accepted, so that requests can be tried without their media. */
  ACCEPTED,
  /** It is rejected with {@code mediaNotFound}. */
  REFUSED
}
