package dev.callsheet.spec.analysis;

import dev.callsheet.spec.model.ModelSpec;
import dev.callsheet.spec.model.Parameter;
import dev.callsheet.spec.model.RuleInterpretation;
import java.util.ArrayList;
import java.util.List;
import org.logicng.formulas.Formula;
import org.logicng.formulas.FormulaFactory;

/** Parameters declared optional that every valid request provides wherever it could. */
final class FalseOptionalPass implements AnalysisPass {
  @Override
  public List<AnalysisFinding> findings(
      ModelSpec spec, RuleInterpretation reading, SatModel theory) {
    FormulaFactory f = theory.factory();
    List<AnalysisFinding> findings = new ArrayList<>();
    for (VariableTable.Entry term : theory.variables().entries()) {
      Parameter parameter = term.parameter();
      VariableTable.Entry parent = term.parent();
      if (parameter == null || parent == null || parameter.required()) {
        continue;
      }
      Formula room = parent.kindFormula(f, ValueClass.Kind.OBJECT);
      Formula left = f.and(room, term.presence().negate());
      if (theory.isSatisfiable(room) && !theory.isSatisfiable(left)) {
        List<CausingRule> causes = theory.smallestCauses(left, theory.rules());
        findings.add(
            new AnalysisFinding(
                AnalysisFinding.Kind.FALSE_OPTIONAL,
                term.path().toString(),
                "'"
                    + term.path()
                    + "' is declared optional, yet every valid request"
                    + (parent.path().isRoot() ? "" : " with '" + parent.path() + "'")
                    + " provides it: "
                    + CauseDescription.of(causes, "require it")
                    + ".",
                parameter.location(),
                causes,
                null));
      }
    }
    return findings;
  }
}
