package dev.callsheet.spec.lint;

/** Which form of a rule is the law, where the published one and the enforced one differ. */
public enum Reading {
  /** The published words, taken literally. */
  DOCUMENTED,
  /** What the spec enforces; a breach of the published words alone is a warning. */
  ENFORCED
}
