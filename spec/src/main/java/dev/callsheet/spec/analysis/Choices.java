package dev.callsheet.spec.analysis;

import dev.callsheet.spec.calculus.Formula;
import dev.callsheet.spec.calculus.Path;
import dev.callsheet.spec.model.Requirement;
import dev.callsheet.spec.model.Rule;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Finds the choices that rules demand of a mode's requests. */
final class Choices {
  private final Theory theory;
  private final org.logicng.formulas.Formula inMode;

  Choices(Theory theory, org.logicng.formulas.Formula inMode) {
    this.theory = theory;
    this.inMode = inMode;
  }

  /** Those of one rule. */
  List<Choice> of(Rule rule) {
    return rule.scope().isRoot() ? of(rule, Requirement.of(rule.body())) : List.of();
  }

  private List<Choice> of(Rule rule, Formula demand) {
    if (demand instanceof Formula.Implies conditional) {
      return isCertain(conditional.condition()) ? of(rule, conditional.consequence()) : List.of();
    }
    if (demand instanceof Formula.All combined) {
      return combined.parts().stream().flatMap(part -> of(rule, part).stream()).toList();
    }
    if (demand instanceof Formula.Any combined) {
      return among(rule, combined.parts()).stream().toList();
    }
    return demand instanceof Formula.Count count && count.minimum() == 1
        ? among(rule, count.parts()).stream().toList()
        : List.of();
  }

  private Optional<Choice> among(Rule rule, List<Formula> parts) {
    List<Formula> open = new ArrayList<>();
    List<List<Path>> alternatives = new ArrayList<>();
    for (Formula part : parts) {
      if (isCertain(part)) {
        return Optional.empty();
      }
      if (!theory.possible(said(part), inMode)) {
        continue;
      }
      @Nullable List<Path> paths = provided(part);
      if (paths == null) {
        return Optional.empty(); // something else than presence would do, too
      }
      open.add(part);
      alternatives.add(paths);
    }
    return open.size() < 2
        ? Optional.empty()
        : Optional.of(new Choice(rule, List.copyOf(alternatives), isExclusive(open)));
  }

  private boolean isExclusive(List<Formula> open) {
    for (int i = 0; i < open.size(); i++) {
      for (Formula other : open.subList(i + 1, open.size())) {
        if (theory.possible(said(open.get(i)), said(other), inMode)) {
          return false;
        }
      }
    }
    return true;
  }

  /** The parameters whose presence is all that is asked for; null when there is more to it. */
  private static @Nullable List<Path> provided(Formula formula) {
    if (formula instanceof Formula.Provided atom) {
      return List.of(atom.path());
    }
    if (!(formula instanceof Formula.All combined)) {
      return null;
    }
    List<Path> paths = new ArrayList<>();
    for (Formula part : combined.parts()) {
      if (!(part instanceof Formula.Provided atom)) {
        return null;
      }
      paths.add(atom.path());
    }
    return List.copyOf(paths);
  }

  private boolean isCertain(Formula formula) {
    return !theory.possible(said(formula).negate(), inMode);
  }

  private org.logicng.formulas.Formula said(Formula formula) {
    return theory.encode(Path.ROOT, formula).formula();
  }
}
