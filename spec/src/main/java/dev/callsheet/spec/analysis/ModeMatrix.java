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
  public static ModeMatrix of(ModelSpec spec, RuleInterpretation interpretation) {
    SatModel satModel = new SatModel(spec, interpretation);
    Map<String, Map<ParameterPath, Presence>> byMode = new LinkedHashMap<>();
    for (ModelMode mode : spec.modes()) {
      Formula modeFormula = satModel.encode(mode).formula();
      byMode.put(mode.name(), presences(satModel, modeFormula));
    }
    return new ModeMatrix(byMode);
  }

  /** What becomes of every parameter in the requests of one mode. */
  static Map<ParameterPath, Presence> presences(SatModel satModel, Formula modeFormula) {
    Map<ParameterPath, Presence> presences = new LinkedHashMap<>();
    for (VariableTable.Entry entry : satModel.variables().entries()) {
      VariableTable.Entry parent = entry.parent();
      if (parent != null && entry.parameter() != null) {
        presences.put(entry.path(), presence(satModel, modeFormula, entry, parent));
      }
    }
    return presences;
  }

  private static Presence presence(
      SatModel satModel,
      Formula modeFormula,
      VariableTable.Entry entry,
      VariableTable.Entry parent) {
    FormulaFactory f = satModel.factory();
    if (!satModel.isSatisfiable(entry.presence(), modeFormula)) {
      return Presence.FORBIDDEN;
    }
    Formula parentIsObject = parent.kindFormula(f, ValueClass.Kind.OBJECT);
    return satModel.isSatisfiable(entry.presence().negate(), parentIsObject, modeFormula)
        ? Presence.OPTIONAL
        : Presence.REQUIRED;
  }
}
