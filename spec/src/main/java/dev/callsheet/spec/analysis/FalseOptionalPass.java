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
      ModelSpec spec, RuleInterpretation interpretation, SatModel satModel) {
    FormulaFactory f = satModel.factory();
    List<AnalysisFinding> findings = new ArrayList<>();
    for (VariableTable.Entry entry : satModel.variables().entries()) {
      Parameter parameter = entry.parameter();
      VariableTable.Entry parent = entry.parent();
      if (parameter == null || parent == null || parameter.required()) {
        continue;
      }
      Formula parentIsObject = parent.kindFormula(f, ValueClass.Kind.OBJECT);
      Formula absent = f.and(parentIsObject, entry.presence().negate());
      if (satModel.isSatisfiable(parentIsObject) && !satModel.isSatisfiable(absent)) {
        Causes causes = satModel.smallestCauses(absent, satModel.bindingRules());
        findings.add(
            AnalysisFinding.causedBy(
                causes,
                "require it",
                AnalysisFinding.Kind.FALSE_OPTIONAL,
                entry.path().toString(),
                "'"
                    + entry.path()
                    + "' is declared optional, yet every valid request"
                    + (parent.path().isRoot() ? "" : " with '" + parent.path() + "'")
                    + " provides it",
                parameter.location()));
      }
      satModel
          .takeUndecided(
              entry.path().toString(),
              "A valid request can do without '" + entry.path() + "'",
              parameter.location())
          .ifPresent(findings::add);
    }
    return findings;
  }
}
