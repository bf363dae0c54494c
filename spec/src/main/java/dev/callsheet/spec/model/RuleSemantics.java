package dev.callsheet.spec.model;

import dev.callsheet.spec.logic.Formula;
import dev.callsheet.spec.logic.ParameterPath;
import dev.callsheet.spec.logic.RuleBody;
import java.util.List;

/** Old names of {@link RuleBody#toFormula} and {@link Formula#parameters}. */
public final class RuleSemantics {
  private RuleSemantics() {}

  /** What must hold in the rule's scope. */
  public static Formula toFormula(RuleBody body) {
    return body.toFormula();
  }

  /** The parameters a formula speaks of. */
  public static List<ParameterPath> parametersOf(Formula formula) {
    return formula.parameters();
  }
}
