package dev.callsheet.sandbox.behavior;

/** What becomes of a task for a model that no spec describes. */
public enum UnknownModelPolicy {
  /** It is refused, in the platform's form. */
  REFUSED,
  /** It is accepted, costs nothing, and makes a picture. */
  ACCEPTED
}
