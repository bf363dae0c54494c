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
      Parameter parameter = term.parameter();
      if (!theory.possible(term.present())) {
        dead.add(term.path());
        if (parameter != null) {
          findings.add(finding(term, parameter, theory));
        }
      }
    }
    return findings;
  }

  private static SpecFinding finding(Vocabulary.Term term, Parameter parameter, Theory theory) {
    List<Cause> causes = theory.causes(term.present(), theory.laws());
    boolean hasMembers =
        theory.vocabulary().terms().stream()
            .map(Vocabulary.Term::parent)
            .anyMatch(parent -> parent != null && parent.path().equals(term.path()));
    return new SpecFinding(
        SpecFinding.Kind.DEAD_PARAMETER,
        term.path().toString(),
        "No valid request can provide '"
            + term.path()
            + (hasMembers ? "', nor anything inside it: " : "': ")
            + Reasons.of(causes, "exclude it")
            + ".",
        parameter.location(),
        causes,
        null);
  }
}
