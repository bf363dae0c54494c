package dev.callsheet.spec.model;

import dev.callsheet.spec.logic.RuleBody;

/** Which form of a rule is binding, where the published one and the enforced one differ. */
public enum RuleInterpretation {
  /** The published form, taken literally. */
  DOCUMENTED,
  /** What the spec enforces; a violation of the published form alone is a note. */
  ENFORCED;

  /** The form of a rule that is binding. */
  public RuleBody bindingBody(Rule rule) {
    RuleBody published = rule.documentedBody();
    return this == DOCUMENTED && published != null ? published : rule.body();
  }
}
