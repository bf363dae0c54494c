package dev.callsheet.spec.analysis;

import dev.callsheet.spec.calculus.Path;
import dev.callsheet.spec.lint.Reading;
import dev.callsheet.spec.model.ModelSpec;
import dev.callsheet.spec.model.Parameter;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Parameters that no valid request can provide; what lies inside a dead one is dead with it. */
final class DeadParameters implements Proof {
  @Override
  public List<SpecFinding> flaws(ModelSpec spec, Reading reading, Theory theory) {
    List<SpecFinding> findings = new ArrayList<>();
    Set<Path> dead = new HashSet<>();
    for (Vocabulary.Term term : theory.vocabulary().terms()) {
      Vocabulary.Term parent = term.parent();
      if (parent != null && dead.contains(parent.path())) {
        dead.add(term.path());
        continue;
      }
      if (parent != null && !theory.possible(term.present())) {
        dead.add(term.path());
        findings.add(finding(term, parent, spec, theory));
      }
    }
    return findings;
  }

  private static SpecFinding finding(
      Vocabulary.Term term, Vocabulary.Term parent, ModelSpec spec, Theory theory) {
    Parameter parameter = term.parameter();
    List<Cause> causes = theory.causes(term.present(), theory.laws());
    String flaw =
        parameter == null
            ? "No valid request can have an item in '" + parent.path() + "'"
            : "No valid request can provide '" + term.path() + "'";
    boolean hasMembers =
        parameter != null && theory.vocabulary().terms().stream().anyMatch(term::isParentOf);
    return new SpecFinding(
        SpecFinding.Kind.DEAD_PARAMETER,
        term.path().toString(),
        flaw
            + (hasMembers ? ", nor anything inside it: " : ": ")
            + Reasons.of(causes, "exclude it")
            + ".",
        term.location(spec),
        causes,
        null);
  }
}
