package dev.callsheet.spec.model;

import dev.callsheet.spec.logic.RuleBody;

/** Which form of a rule is the law, where the published one and the enforced one differ. */
public enum RuleInterpretation {
  /** The published words, taken literally. */
  DOCUMENTED,
  /** What the spec enforces; a breach of the published words alone is a warning. */
  ENFORCED;

  /** The form of a rule that is the law. */
  public RuleBody bindingBody(Rule rule) {
    RuleBody published = rule.documentedBody();
    return this == DOCUMENTED && published != null ? published : rule.body();
  }
}
