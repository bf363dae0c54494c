package dev.callsheet.spec.analysis;

import dev.callsheet.spec.logic.Formula;
import dev.callsheet.spec.logic.FormulaVisitor;
import dev.callsheet.spec.logic.ParameterPath;
import dev.callsheet.spec.model.Rule;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Finds where the rules demand that a request of a mode provides one of several parameters. */
final class RequiredChoiceFinder {
  private final SatModel satModel;
  private final org.logicng.formulas.Formula modeFormula;

  RequiredChoiceFinder(SatModel satModel, org.logicng.formulas.Formula modeFormula) {
    this.satModel = satModel;
    this.modeFormula = modeFormula;
  }

  /** Those of one rule. */
  List<RequiredChoice> find(Rule rule) {
    return rule.scope().isRoot() ? find(rule, rule.body().toFormula()) : List.of();
  }

  private List<RequiredChoice> find(Rule rule, Formula formula) {
    return formula.accept(
        new FormulaVisitor<List<RequiredChoice>>() {
          @Override
          public List<RequiredChoice> visitAtom(Formula.Atom atom) {
            return List.of(); // leaves nothing to choose among
          }

          @Override
          public List<RequiredChoice> visitNot(Formula.Not negated) {
            return List.of(); // demands no presence
          }

          @Override
          public List<RequiredChoice> visitAll(Formula.All combined) {
            return combined.parts().stream().flatMap(part -> find(rule, part).stream()).toList();
          }

          @Override
          public List<RequiredChoice> visitAny(Formula.Any combined) {
            return choiceAmong(rule, combined.parts()).stream().toList();
          }

          @Override
          public List<RequiredChoice> visitImplies(Formula.Implies conditional) {
            return isImplied(conditional.condition())
                ? find(rule, conditional.consequence())
                : List.of();
          }

          @Override
          public List<RequiredChoice> visitCount(Formula.Count count) {
            return count.minimum() == 1
                ? choiceAmong(rule, count.parts()).stream().toList()
                : List.of();
          }
        });
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
        return Optional.empty(); // another value would do as well as presence
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

  /** The parameters whose presence is all that a formula demands; null when it demands more. */
  private static @Nullable List<ParameterPath> providedParameters(Formula formula) {
    List<Formula> parts = formula.conjuncts();
    return parts.stream().allMatch(Formula.Provided.class::isInstance)
        ? parts.stream().flatMap(part -> part.parameters().stream()).toList()
        : null;
  }

  private boolean isImplied(Formula formula) {
    return !satModel.isSatisfiable(encode(formula).negate(), modeFormula);
  }

  private org.logicng.formulas.Formula encode(Formula formula) {
    return satModel.encode(ParameterPath.ROOT, formula).formula();
  }
}
