package dev.callsheet.spec.check;

/** Which interpretations of the rules a check covers. */
public enum InterpretationSelection {
  /** The enforced form; flaws of the published form alone are notes. */
  BOTH,
  /** The enforced form only. */
  ENFORCED,
  /** The published form only, taken as binding. */
  DOCUMENTED
}
