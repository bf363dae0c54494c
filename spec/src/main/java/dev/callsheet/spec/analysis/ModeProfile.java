package dev.callsheet.spec.analysis;

import dev.callsheet.spec.logic.ParameterPath;
import dev.callsheet.spec.model.ModelMode;
import dev.callsheet.spec.model.ModelSpec;
import dev.callsheet.spec.model.RuleInterpretation;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.logicng.formulas.Formula;
import org.logicng.formulas.FormulaFactory;
import tools.jackson.databind.JsonNode;

/**
 * What a mode means for a caller who builds a request: what to provide, what not, what to choose.
 *
 * @param presences every parameter, and what the mode makes of it
 * @param fixedValues the parameters whose value the mode decides, since of the listed ones only
 *     this is left; each is required where what is around it is there
 * @param choices the alternatives of which a request must provide one, in the order of the rules
 * @param violableRules the ids of the rules that a request of the mode can still break when it has
 *     nothing that the mode forbids
 */
public record ModeProfile(
    ModelMode mode,
    Map<ParameterPath, Presence> presences,
    Map<ParameterPath, JsonNode> fixedValues,
    List<RequiredChoice> choices,
    Set<String> violableRules) {

  /** Every mode of a spec, as its enforced rules imply. */
  public static List<ModeProfile> of(ModelSpec spec) {
    if (spec.modes().isEmpty()) {
      return List.of();
    }
    SatModel satModel = new SatModel(spec, RuleInterpretation.ENFORCED);
    List<ModeProfile> profiles = new ArrayList<>();
    for (ModelMode mode : spec.modes()) {
      Formula modeFormula = satModel.encode(mode).formula();
      Map<ParameterPath, Presence> presences = ModeMatrix.presences(satModel, modeFormula);
      RequiredChoiceFinder choices = new RequiredChoiceFinder(satModel, modeFormula);
      profiles.add(
          new ModeProfile(
              mode,
              presences,
              fixedValues(satModel, modeFormula, presences),
              satModel.bindingRules().stream()
                  .map(EncodedRule::rule)
                  .flatMap(rule -> choices.find(rule).stream())
                  .toList(),
              violableRules(satModel, modeFormula, presences)));
    }
    return List.copyOf(profiles);
  }

  private static Map<ParameterPath, JsonNode> fixedValues(
      SatModel satModel, Formula modeFormula, Map<ParameterPath, Presence> presences) {
    Map<ParameterPath, JsonNode> fixed = new LinkedHashMap<>();
    for (VariableTable.Entry entry : satModel.variables().entries()) {
      Set<ValueClass> listed = entry.valueClasses().keySet();
      if (presences.get(entry.path()) == Presence.REQUIRED
          && listed.size() > 1
          && listed.stream().allMatch(ValueClass::listed)) {
        List<JsonNode> possible =
            entry.valueClasses().entrySet().stream()
                .filter(value -> satModel.isSatisfiable(value.getValue(), modeFormula))
                .map(value -> value.getKey().representative())
                .toList();
        if (possible.size() == 1) {
          fixed.put(entry.path(), possible.get(0));
        }
      }
    }
    return fixed;
  }

  private static Set<String> violableRules(
      SatModel satModel, Formula modeFormula, Map<ParameterPath, Presence> presences) {
    FormulaFactory f = satModel.factory();
    List<Formula> known = new ArrayList<>(List.of(modeFormula));
    for (VariableTable.Entry entry : satModel.variables().entries()) {
      if (presences.get(entry.path()) == Presence.FORBIDDEN) {
        known.add(entry.presence().negate());
      }
    }
    Set<String> open = new LinkedHashSet<>();
    for (EncodedRule encodedRule : satModel.rules()) {
      known.add(encodedRule.violationSelector());
      if (satModel.isSatisfiable(f.and(known), List.of())) {
        open.add(encodedRule.rule().id());
      }
      known.remove(known.size() - 1);
    }
    return open;
  }
}
