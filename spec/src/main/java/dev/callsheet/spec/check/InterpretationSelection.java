package dev.callsheet.spec.check;

/** Which readings of the rules a check looks at. */
public enum InterpretationSelection {
  /** The enforced one; what is wrong with the published words alone is noted. */
  BOTH,
  /** The enforced one only. */
  ENFORCED,
  /** The published words only, as if they were the law. */
  DOCUMENTED
}
