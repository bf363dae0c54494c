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
      ModelSpec spec, RuleInterpretation interpretation, SatModel satModel) {
    List<AnalysisFinding> findings = new ArrayList<>();
    Set<ParameterPath> dead = new HashSet<>();
    for (VariableTable.Entry entry : satModel.variables().entries()) {
      VariableTable.Entry parent = entry.parent();
      if (parent != null && dead.contains(parent.path())) {
        dead.add(entry.path());
        continue;
      }
      if (parent != null && !satModel.isSatisfiable(entry.presence())) {
        dead.add(entry.path());
        findings.add(finding(entry, parent, spec, satModel));
      }
      satModel
          .takeUndecided(
              entry.path().toString(),
              "A valid request can provide '" + entry.path() + "'",
              entry.location(spec))
          .ifPresent(findings::add);
    }
    return findings;
  }

  private static AnalysisFinding finding(
      VariableTable.Entry entry, VariableTable.Entry parent, ModelSpec spec, SatModel satModel) {
    Parameter parameter = entry.parameter();
    Causes causes = satModel.smallestCauses(entry.presence(), satModel.bindingRules());
    String flaw =
        parameter == null
            ? "No valid request can have an item in '" + parent.path() + "'"
            : "No valid request can provide '" + entry.path() + "'";
    boolean hasMembers =
        parameter != null && satModel.variables().entries().stream().anyMatch(entry::isParentOf);
    return AnalysisFinding.causedBy(
        causes,
        "exclude it",
        AnalysisFinding.Kind.DEAD_PARAMETER,
        entry.path().toString(),
        hasMembers ? flaw + ", nor anything inside it" : flaw,
        entry.location(spec));
  }
}
