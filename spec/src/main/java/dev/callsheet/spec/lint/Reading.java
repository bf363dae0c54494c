package dev.callsheet.spec.lint;

import dev.callsheet.spec.model.Rule;
import dev.callsheet.spec.model.RuleBody;

/** Which form of a rule is the law, where the published one and the enforced one differ. */
public enum Reading {
  /** The published words, taken literally. */
  DOCUMENTED,
  /** What the spec enforces; a breach of the published words alone is a warning. */
  ENFORCED;

  /** The form of a rule that is the law. */
  public RuleBody lawOf(Rule rule) {
    RuleBody published = rule.documented();
    return this == DOCUMENTED && published != null ? published : rule.body();
  }
}
