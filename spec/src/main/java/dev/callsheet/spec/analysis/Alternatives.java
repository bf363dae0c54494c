package dev.callsheet.spec.analysis;

import dev.callsheet.spec.lint.Reading;
import dev.callsheet.spec.model.ModelSpec;
import dev.callsheet.spec.source.Location;
import java.util.ArrayList;
import java.util.List;
import org.logicng.formulas.Formula;
import org.logicng.formulas.FormulaFactory;

/** Things of which every valid request should have exactly one: modes, prices. */
final class Alternatives {
  /**
   * One of the things.
   *
   * @param name for messages, with its sort: {@code mode 'edit'}
   * @param location where it stands
   * @param holds which requests have it
   * @param complete whether {@code holds} says all of that
   */
  record Alternative(String name, Location location, Formula holds, boolean complete) {}

  /** The kinds of finding for these things. */
  record Kinds(SpecFinding.Kind dead, SpecFinding.Kind overlapping, SpecFinding.Kind uncovered) {}

  private final Kinds kinds;
  private final Theory theory;
  private final RequestSearch search;
  private final List<SpecFinding> findings = new ArrayList<>();

  Alternatives(Kinds kinds, ModelSpec spec, Reading reading, Theory theory) {
    this.kinds = kinds;
    this.theory = theory;
    this.search = new RequestSearch(spec, reading, theory);
  }

  /**
   * What is wrong with the things.
   *
   * @param noun what they are
   * @param list where they are listed
   */
  List<SpecFinding> flaws(String noun, Location list, List<Alternative> alternatives) {
    alternatives.forEach(this::dead);
    for (int i = 0; i < alternatives.size(); i++) {
      overlapping(alternatives.get(i), alternatives.subList(i + 1, alternatives.size()));
    }
    uncovered(noun, list, alternatives);
    return List.copyOf(findings);
  }

  private void dead(Alternative alternative) {
    if (!theory.possible(alternative.holds())) {
      List<Cause> causes = theory.causes(alternative.holds(), theory.laws());
      findings.add(
          new SpecFinding(
              kinds.dead(),
              alternative.name(),
              "No valid request has the "
                  + alternative.name()
                  + ": "
                  + Reasons.of(causes, "exclude it")
                  + ".",
              alternative.location(),
              causes,
              null));
    }
  }

  /** Asks of all others at once first: most alternatives overlap with none. */
  private void overlapping(Alternative one, List<Alternative> others) {
    FormulaFactory f = theory.factory();
    Formula anyOther = f.or(others.stream().map(Alternative::holds).toList());
    if (theory.possible(f.and(one.holds(), anyOther))) {
      others.forEach(other -> overlapping(one, other));
    }
  }

  private void overlapping(Alternative one, Alternative other) {
    if (one.complete() && other.complete()) {
      report(
          kinds.overlapping(),
          one.name() + ", " + other.name(),
          "A valid request can have both the " + one.name() + " and the " + other.name() + ".",
          other.location(),
          theory.factory().and(one.holds(), other.holds()));
    }
  }

  private void uncovered(String noun, Location list, List<Alternative> alternatives) {
    FormulaFactory f = theory.factory();
    if (!alternatives.isEmpty() && alternatives.stream().allMatch(Alternative::complete)) {
      report(
          kinds.uncovered(),
          noun,
          "A valid request can have no " + noun + " at all.",
          list,
          f.not(f.or(alternatives.stream().map(Alternative::holds).toList())));
    }
  }

  private void report(
      SpecFinding.Kind kind, String subject, String message, Location location, Formula flaw) {
    RequestSearch.Showing showing = search.showing(flaw);
    if (showing.possible()) {
      findings.add(new SpecFinding(kind, subject, message, location, List.of(), showing.request()));
    }
  }
}
