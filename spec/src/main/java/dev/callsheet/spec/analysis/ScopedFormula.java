package dev.callsheet.spec.analysis;

import dev.callsheet.spec.logic.CompiledFormula;
import dev.callsheet.spec.logic.Formula;
import dev.callsheet.spec.logic.FormulaCompiler;
import dev.callsheet.spec.logic.JsonLocation;
import dev.callsheet.spec.logic.ParameterPath;
import tools.jackson.databind.JsonNode;

/**
 * A statement about a request.
 *
 * @param scope what its paths begin at: a list whose items it is about ({@code inputs.elements[]}),
 *     or {@link ParameterPath#ROOT} for the task
 * @param formula what holds there
 */
public record ScopedFormula(ParameterPath scope, Formula formula) {
  /** A statement about the task. */
  public static ScopedFormula ofTask(Formula formula) {
    return new ScopedFormula(ParameterPath.ROOT, formula);
  }

  /** Whether it holds somewhere in a request. */
  public boolean holdsIn(JsonNode request) {
    CompiledFormula compiled = FormulaCompiler.compile(formula);
    return JsonLocation.root(request).resolve(scope).stream().anyMatch(compiled::holdsIn);
  }

  /** That it does not hold. */
  public ScopedFormula negated() {
    return new ScopedFormula(scope, new Formula.Not(formula));
  }
}
