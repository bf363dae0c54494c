package dev.callsheet.spec.analysis;

import dev.callsheet.spec.source.Location;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.logicng.formulas.Formula;
import org.logicng.formulas.FormulaFactory;
import tools.jackson.databind.JsonNode;

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
  private final List<SpecFinding> findings = new ArrayList<>();

  private Alternatives(Kinds kinds, Theory theory) {
    this.kinds = kinds;
    this.theory = theory;
  }

  static List<SpecFinding> flaws(
      Kinds kinds, Theory theory, String noun, Location list, List<Alternative> alternatives) {
    Alternatives proof = new Alternatives(kinds, theory);
    alternatives.forEach(proof::dead);
    for (int i = 0; i < alternatives.size(); i++) {
      for (int j = i + 1; j < alternatives.size(); j++) {
        proof.overlapping(alternatives.get(i), alternatives.get(j));
      }
    }
    proof.uncovered(noun, list, alternatives);
    return proof.findings;
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

  private void overlapping(Alternative one, Alternative other) {
    FormulaFactory f = theory.factory();
    if (one.complete() && other.complete()) {
      witness(f.and(one.holds(), other.holds()))
          .ifPresent(
              witness ->
                  findings.add(
                      new SpecFinding(
                          kinds.overlapping(),
                          one.name() + ", " + other.name(),
                          "A valid request can have both the "
                              + one.name()
                              + " and the "
                              + other.name()
                              + ".",
                          other.location(),
                          List.of(),
                          witness)));
    }
  }

  private void uncovered(String noun, Location list, List<Alternative> alternatives) {
    FormulaFactory f = theory.factory();
    if (alternatives.isEmpty() || !alternatives.stream().allMatch(Alternative::complete)) {
      return;
    }
    Formula none = f.not(f.or(alternatives.stream().map(Alternative::holds).toList()));
    witness(none)
        .ifPresent(
            witness ->
                findings.add(
                    new SpecFinding(
                        kinds.uncovered(),
                        noun,
                        "A valid request can have no " + noun + " at all.",
                        list,
                        List.of(),
                        witness)));
  }

  private Optional<JsonNode> witness(Formula claim) {
    return theory
        .smallest(claim, theory.laws())
        .map(assignment -> Witness.of(theory.vocabulary(), assignment));
  }
}
