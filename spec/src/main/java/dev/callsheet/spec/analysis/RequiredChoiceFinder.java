package dev.callsheet.spec.analysis;

import dev.callsheet.spec.logic.Formula;
import dev.callsheet.spec.logic.ParameterPath;
import dev.callsheet.spec.model.Rule;
import dev.callsheet.spec.model.RuleSemantics;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Finds the choices that rules demand of a mode's requests. */
final class RequiredChoiceFinder {
  private final SatModel satModel;
  private final org.logicng.formulas.Formula modeFormula;

  RequiredChoiceFinder(SatModel theory, org.logicng.formulas.Formula inMode) {
    this.satModel = theory;
    this.modeFormula = inMode;
  }

  /** Those of one rule. */
  List<RequiredChoice> find(Rule rule) {
    return rule.scope().isRoot() ? find(rule, RuleSemantics.toFormula(rule.body())) : List.of();
  }

  private List<RequiredChoice> find(Rule rule, Formula demand) {
    if (demand instanceof Formula.Implies conditional) {
      return isImplied(conditional.condition()) ? find(rule, conditional.consequence()) : List.of();
    }
    if (demand instanceof Formula.All combined) {
      return combined.parts().stream().flatMap(part -> find(rule, part).stream()).toList();
    }
    if (demand instanceof Formula.Any combined) {
      return choiceAmong(rule, combined.parts()).stream().toList();
    }
    return demand instanceof Formula.Count count && count.minimum() == 1
        ? choiceAmong(rule, count.parts()).stream().toList()
        : List.of();
  }

  private Optional<RequiredChoice> choiceAmong(Rule rule, List<Formula> parts) {
    List<Formula> open = new ArrayList<>();
    List<List<ParameterPath>> alternatives = new ArrayList<>();
    for (Formula part : parts) {
      if (isImplied(part)) {
        return Optional.empty();
      }
      if (!satModel.isSatisfiable(encode(part), modeFormula)) {
        continue;
      }
      @Nullable List<ParameterPath> paths = providedParameters(part);
      if (paths == null) {
        return Optional.empty(); // something else than presence would do, too
      }
      open.add(part);
      alternatives.add(paths);
    }
    return open.size() < 2
        ? Optional.empty()
        : Optional.of(new RequiredChoice(rule, List.copyOf(alternatives), isExclusive(open)));
  }

  private boolean isExclusive(List<Formula> open) {
    for (int i = 0; i < open.size(); i++) {
      for (Formula other : open.subList(i + 1, open.size())) {
        if (satModel.isSatisfiable(encode(open.get(i)), encode(other), modeFormula)) {
          return false;
        }
      }
    }
    return true;
  }

  /** The parameters whose presence is all that is asked for; null when there is more to it. */
  private static @Nullable List<ParameterPath> providedParameters(Formula formula) {
    if (formula instanceof Formula.Provided atom) {
      return List.of(atom.path());
    }
    if (!(formula instanceof Formula.All combined)) {
      return null;
    }
    List<ParameterPath> paths = new ArrayList<>();
    for (Formula part : combined.parts()) {
      if (!(part instanceof Formula.Provided atom)) {
        return null;
      }
      paths.add(atom.path());
    }
    return List.copyOf(paths);
  }

  private boolean isImplied(Formula formula) {
    return !satModel.isSatisfiable(encode(formula).negate(), modeFormula);
  }

  private org.logicng.formulas.Formula encode(Formula formula) {
    return satModel.encode(ParameterPath.ROOT, formula).formula();
  }
}
