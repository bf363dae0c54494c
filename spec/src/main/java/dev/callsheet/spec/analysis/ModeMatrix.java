package dev.callsheet.spec.analysis;

import dev.callsheet.spec.logic.ParameterPath;
import dev.callsheet.spec.model.ModelMode;
import dev.callsheet.spec.model.ModelSpec;
import dev.callsheet.spec.model.RuleInterpretation;
import java.util.LinkedHashMap;
import java.util.Map;
import org.logicng.formulas.Formula;
import org.logicng.formulas.FormulaFactory;

/**
 * Which parameters each mode of a model requires, allows and forbids, as its rules imply.
 *
 * @param byMode for every mode, in the spec's order, every parameter and what the mode makes of it
 */
public record ModeMatrix(Map<String, Map<ParameterPath, Presence>> byMode) {

  /** Worked out from a spec's rules, read in that way. */
  public static ModeMatrix of(ModelSpec spec, RuleInterpretation reading) {
    SatModel theory = new SatModel(spec, reading);
    Map<String, Map<ParameterPath, Presence>> byMode = new LinkedHashMap<>();
    for (ModelMode mode : spec.modes()) {
      Formula inMode = theory.encode(ParameterPath.ROOT, mode.condition(spec.modes())).formula();
      byMode.put(mode.name(), presences(theory, inMode));
    }
    return new ModeMatrix(byMode);
  }

  /** What becomes of every parameter in the requests of one mode. */
  static Map<ParameterPath, Presence> presences(SatModel theory, Formula inMode) {
    Map<ParameterPath, Presence> presences = new LinkedHashMap<>();
    for (VariableTable.Entry term : theory.variables().entries()) {
      VariableTable.Entry parent = term.parent();
      if (parent != null && term.parameter() != null) {
        presences.put(term.path(), presence(theory, inMode, term, parent));
      }
    }
    return presences;
  }

  private static Presence presence(
      SatModel theory, Formula inMode, VariableTable.Entry term, VariableTable.Entry parent) {
    FormulaFactory f = theory.factory();
    if (!theory.isSatisfiable(term.presence(), inMode)) {
      return Presence.FORBIDDEN;
    }
    Formula room = parent.kindFormula(f, ValueClass.Kind.OBJECT);
    return theory.isSatisfiable(term.presence().negate(), room, inMode)
        ? Presence.OPTIONAL
        : Presence.REQUIRED;
  }
}
