package dev.callsheet.spec.analysis;

import dev.callsheet.spec.logic.ParameterPath;
import dev.callsheet.spec.model.ModelSpec;
import dev.callsheet.spec.model.Parameter;
import dev.callsheet.spec.model.RuleInterpretation;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Parameters that no valid request can provide; what lies inside a dead one is dead with it. */
final class DeadParameterPass implements AnalysisPass {
  @Override
  public List<AnalysisFinding> findings(
      ModelSpec spec, RuleInterpretation reading, SatModel theory) {
    List<AnalysisFinding> findings = new ArrayList<>();
    Set<ParameterPath> dead = new HashSet<>();
    for (VariableTable.Entry term : theory.variables().entries()) {
      VariableTable.Entry parent = term.parent();
      if (parent != null && dead.contains(parent.path())) {
        dead.add(term.path());
        continue;
      }
      if (parent != null && !theory.isSatisfiable(term.presence())) {
        dead.add(term.path());
        findings.add(finding(term, parent, spec, theory));
      }
    }
    return findings;
  }

  private static AnalysisFinding finding(
      VariableTable.Entry term, VariableTable.Entry parent, ModelSpec spec, SatModel theory) {
    Parameter parameter = term.parameter();
    List<CausingRule> causes = theory.smallestCauses(term.presence(), theory.rules());
    String flaw =
        parameter == null
            ? "No valid request can have an item in '" + parent.path() + "'"
            : "No valid request can provide '" + term.path() + "'";
    boolean hasMembers =
        parameter != null && theory.variables().entries().stream().anyMatch(term::isParentOf);
    return new AnalysisFinding(
        AnalysisFinding.Kind.DEAD_PARAMETER,
        term.path().toString(),
        flaw
            + (hasMembers ? ", nor anything inside it: " : ": ")
            + CauseDescription.of(causes, "exclude it")
            + ".",
        term.location(spec),
        causes,
        null);
  }
}
