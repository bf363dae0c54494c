package dev.callsheet.spec.analysis;

import dev.callsheet.runtime.Severity;
import dev.callsheet.spec.logic.ParameterPath;
import dev.callsheet.spec.model.ModelMode;
import dev.callsheet.spec.model.ModelSpec;
import dev.callsheet.spec.model.RuleInterpretation;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.logicng.formulas.Formula;
import org.logicng.formulas.FormulaFactory;

/**
 * A mode as somebody meets it who puts a request together.
 *
 * @param presences every parameter, and what the mode makes of it
 * @param choices what it leaves to decide, in the order of the rules
 * @param violableRules the ids of the rules that a request of the mode can still break when it has
 *     nothing that the mode forbids
 */
public record ModeProfile(
    ModelMode mode,
    Map<ParameterPath, Presence> presences,
    List<RequiredChoice> choices,
    Set<String> violableRules) {

  /** Every mode of a spec, as its enforced rules imply. */
  public static List<ModeProfile> of(ModelSpec spec) {
    if (spec.modes().isEmpty()) {
      return List.of();
    }
    SatModel theory = new SatModel(spec, RuleInterpretation.ENFORCED);
    List<ModeProfile> profiles = new ArrayList<>();
    for (ModelMode mode : spec.modes()) {
      Formula inMode = theory.encode(ParameterPath.ROOT, mode.condition(spec.modes())).formula();
      Map<ParameterPath, Presence> presences = ModeMatrix.presences(theory, inMode);
      RequiredChoiceFinder choices = new RequiredChoiceFinder(theory, inMode);
      profiles.add(
          new ModeProfile(
              mode,
              presences,
              theory.rules().stream()
                  .map(EncodedRule::rule)
                  .filter(rule -> rule.severity() == Severity.ERROR)
                  .flatMap(rule -> choices.find(rule).stream())
                  .toList(),
              violableRules(theory, inMode, presences)));
    }
    return List.copyOf(profiles);
  }

  private static Set<String> violableRules(
      SatModel theory, Formula inMode, Map<ParameterPath, Presence> presences) {
    FormulaFactory f = theory.factory();
    List<Formula> known = new ArrayList<>(List.of(inMode));
    for (VariableTable.Entry term : theory.variables().entries()) {
      if (presences.get(term.path()) == Presence.FORBIDDEN) {
        known.add(term.presence().negate());
      }
    }
    Set<String> open = new LinkedHashSet<>();
    for (EncodedRule law : theory.rules()) {
      known.add(law.violationSelector());
      if (theory.isSatisfiable(f.and(known), List.of())) {
        open.add(law.rule().id());
      }
      known.remove(known.size() - 1);
    }
    return open;
  }
}
