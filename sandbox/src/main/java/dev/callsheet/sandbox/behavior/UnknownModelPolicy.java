package dev.callsheet.sandbox.behavior;

/** What becomes of a task for a model that no spec describes. */
public enum UnknownModelPolicy {
  /** It is refused, in the platform's form. */
  REFUSED,
  /**
   * It is accepted and costs nothing. It makes a picture; a task of Runware makes what its kind
   * makes, and has to have what all models of the kind need.
   */
  ACCEPTED
}
