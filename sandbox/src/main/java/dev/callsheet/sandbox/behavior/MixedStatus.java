package dev.callsheet.sandbox.behavior;

/** The HTTP status when some tasks of a request are accepted and others rejected. */
public enum MixedStatus {
  /** 200, as when all are accepted. */
  OK,
  /** That of the first rejection, such as 400. */
  REJECTED
}
