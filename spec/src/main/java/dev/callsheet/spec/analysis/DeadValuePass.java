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
      ModelSpec spec, RuleInterpretation reading, SatModel theory) {
    List<AnalysisFinding> findings = new ArrayList<>();
    for (VariableTable.Entry term : theory.variables().entries()) {
      if (!theory.isSatisfiable(term.presence())) {
        continue;
      }
      for (Map.Entry<ValueClass, Formula> entry : term.valueClasses().entrySet()) {
        String value = entry.getKey().label();
        if (value != null && !theory.isSatisfiable(entry.getValue())) {
          List<CausingRule> causes = theory.smallestCauses(entry.getValue(), theory.rules());
          findings.add(
              new AnalysisFinding(
                  AnalysisFinding.Kind.DEAD_VALUE,
                  term.path() + " = " + value,
                  "No valid request can give '"
                      + term.path()
                      + "' the value "
                      + value
                      + ": "
                      + CauseDescription.of(causes, "exclude it")
                      + ".",
                  term.location(spec),
                  causes,
                  null));
        }
      }
    }
    return findings;
  }
}
