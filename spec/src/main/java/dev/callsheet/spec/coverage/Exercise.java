package dev.callsheet.spec.coverage;

import dev.callsheet.spec.calculus.EcmaPattern;
import dev.callsheet.spec.calculus.Evaluation;
import dev.callsheet.spec.calculus.Formula;
import dev.callsheet.spec.calculus.Path;
import dev.callsheet.spec.calculus.Place;
import dev.callsheet.spec.calculus.Statement;
import dev.callsheet.spec.model.Requirement;
import dev.callsheet.spec.model.Rule;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/**
 * Whether a request exercises a rule: whether, in one of the rule's scopes, the rule's condition
 * holds; a text has a placeholder, where the rule is about those; or something that the rule speaks
 * of is provided, where it has no condition.
 */
final class Exercise implements Predicate<Place> {
  private final Path scope;
  private final Predicate<Place> occurs;

  Exercise(Rule rule) {
    this.scope = rule.scope();
    this.occurs = occurs(Requirement.of(rule.body()));
  }

  @Override
  public boolean test(Place task) {
    return task.find(scope).stream().anyMatch(occurs);
  }

  private static Predicate<Place> occurs(Formula formula) {
    if (formula instanceof Formula.Implies conditional) {
      Statement condition = Evaluation.of(conditional.condition());
      return condition::holdsIn;
    }
    if (formula instanceof Formula.PlaceholdersWithin placeholders) {
      Pattern pattern = EcmaPattern.compile(placeholders.pattern());
      return place ->
          placeholders.texts().stream()
              .flatMap(path -> place.find(path).stream())
              .anyMatch(text -> pattern.matcher(text.value().asString("")).find());
    }
    if (formula instanceof Formula.All table && isTable(table)) {
      List<Predicate<Place>> rows = table.parts().stream().map(Exercise::occurs).toList();
      return place -> rows.stream().anyMatch(row -> row.test(place));
    }
    List<Path> paths = Requirement.parameters(formula);
    return place -> paths.stream().anyMatch(path -> !place.find(path).isEmpty());
  }

  /** A table is exercised where one of its rows is. */
  private static boolean isTable(Formula.All formula) {
    return formula.parts().stream().allMatch(Formula.Implies.class::isInstance);
  }
}
