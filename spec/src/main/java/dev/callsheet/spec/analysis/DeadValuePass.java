package dev.callsheet.spec.analysis;

import dev.callsheet.spec.model.ModelSpec;
import dev.callsheet.spec.model.RuleInterpretation;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.logicng.formulas.Formula;

/** Listed values that no valid request can give to their parameter. */
final class DeadValuePass implements AnalysisPass {
  @Override
  public List<AnalysisFinding> findings(
      ModelSpec spec, RuleInterpretation interpretation, SatModel satModel) {
    List<AnalysisFinding> findings = new ArrayList<>();
    for (VariableTable.Entry entry : satModel.variables().entries()) {
      if (!satModel.isSatisfiable(entry.presence()) || satModel.takeUndecided()) {
        continue; // which is found, or open, itself
      }
      for (Map.Entry<ValueClass, Formula> candidate : entry.valueClasses().entrySet()) {
        String value = candidate.getKey().label();
        if (value != null && !satModel.isSatisfiable(candidate.getValue())) {
          Causes causes = satModel.smallestCauses(candidate.getValue(), satModel.bindingRules());
          findings.add(
              AnalysisFinding.causedBy(
                  causes,
                  "exclude it",
                  AnalysisFinding.Kind.DEAD_VALUE,
                  entry.path() + " = " + value,
                  "No valid request can give '" + entry.path() + "' the value " + value,
                  entry.location(spec)));
        }
        satModel
            .takeUndecided(
                entry.path() + " = " + value,
                "A valid request can give '" + entry.path() + "' the value " + value,
                entry.location(spec))
            .ifPresent(findings::add);
      }
    }
    return findings;
  }
}
