package dev.callsheet.linter.coverage;

import dev.callsheet.runtime.support.Regex;
import dev.callsheet.spec.logic.CompiledFormula;
import dev.callsheet.spec.logic.Formula;
import dev.callsheet.spec.logic.FormulaCompiler;
import dev.callsheet.spec.logic.FormulaVisitor;
import dev.callsheet.spec.logic.JsonLocation;
import dev.callsheet.spec.logic.ParameterPath;
import dev.callsheet.spec.model.Rule;
import java.util.List;
import java.util.function.Predicate;

/**
 * Whether a request exercises a rule: whether, in one of the rule's scopes, the rule's condition
 * holds; a text has a placeholder, where the rule is about those; or a parameter that the rule
 * speaks of is provided, where it has no condition.
 */
final class RuleActivation implements Predicate<JsonLocation> {
  private final ParameterPath scope;
  private final Predicate<JsonLocation> isActive;

  RuleActivation(Rule rule) {
    this.scope = rule.scope();
    this.isActive = activationOf(rule.body().toFormula());
  }

  @Override
  public boolean test(JsonLocation task) {
    return task.resolve(scope).stream().anyMatch(isActive);
  }

  private static Predicate<JsonLocation> activationOf(Formula formula) {
    return formula.accept(new Activation());
  }

  private static final class Activation implements FormulaVisitor<Predicate<JsonLocation>> {
    @Override
    public Predicate<JsonLocation> visitImplies(Formula.Implies formula) {
      CompiledFormula condition = FormulaCompiler.compile(formula.condition());
      return condition::holdsIn;
    }

    @Override
    public Predicate<JsonLocation> visitAtom(Formula.Atom atom) {
      return atom instanceof Formula.PlaceholdersWithin within
          ? hasPlaceholder(within)
          : isAnyProvided(atom);
    }

    @Override
    public Predicate<JsonLocation> visitAll(Formula.All formula) {
      if (!isTable(formula)) {
        return isAnyProvided(formula);
      }
      List<Predicate<JsonLocation>> rows =
          formula.parts().stream().map(RuleActivation::activationOf).toList();
      return place -> rows.stream().anyMatch(row -> row.test(place));
    }

    @Override
    public Predicate<JsonLocation> visitAny(Formula.Any formula) {
      return isAnyProvided(formula);
    }

    @Override
    public Predicate<JsonLocation> visitNot(Formula.Not formula) {
      return isAnyProvided(formula);
    }

    @Override
    public Predicate<JsonLocation> visitCount(Formula.Count formula) {
      return isAnyProvided(formula);
    }
  }

  private static Predicate<JsonLocation> hasPlaceholder(Formula.PlaceholdersWithin atom) {
    Regex pattern = Regex.of(atom.pattern());
    return place ->
        atom.texts().stream()
            .flatMap(path -> place.resolve(path).stream())
            .anyMatch(text -> pattern.isFoundIn(text.value().asString("")));
  }

  /** Whether a parameter that the formula speaks of is provided. */
  private static Predicate<JsonLocation> isAnyProvided(Formula formula) {
    List<ParameterPath> paths = formula.parameters();
    return place -> paths.stream().anyMatch(path -> !place.resolve(path).isEmpty());
  }

  /** A table is exercised where one of its rows is. */
  private static boolean isTable(Formula.All formula) {
    return formula.parts().stream().allMatch(Formula.Implies.class::isInstance);
  }
}
