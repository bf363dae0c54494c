package dev.callsheet.spec.analysis;

import dev.callsheet.spec.lint.Reading;
import dev.callsheet.spec.model.ModelSpec;
import dev.callsheet.spec.model.Parameter;
import java.util.ArrayList;
import java.util.List;
import org.logicng.formulas.Formula;
import org.logicng.formulas.FormulaFactory;

/** Parameters declared optional that every valid request provides wherever it could. */
final class FalseOptionals implements Proof {
  @Override
  public List<SpecFinding> flaws(ModelSpec spec, Reading reading, Theory theory) {
    FormulaFactory f = theory.factory();
    List<SpecFinding> findings = new ArrayList<>();
    for (Vocabulary.Term term : theory.vocabulary().terms()) {
      Parameter parameter = term.parameter();
      Vocabulary.Term parent = term.parent();
      if (parameter == null || parent == null || parameter.required()) {
        continue;
      }
      Formula room = parent.where(f, Cell.Kind.OBJECT);
      Formula left = f.and(room, term.present().negate());
      if (theory.possible(room) && !theory.possible(left)) {
        List<Cause> causes = theory.causes(left, theory.laws());
        findings.add(
            new SpecFinding(
                SpecFinding.Kind.FALSE_OPTIONAL,
                term.path().toString(),
                "'"
                    + term.path()
                    + "' is declared optional, yet every valid request"
                    + (parent.path().isRoot() ? "" : " with '" + parent.path() + "'")
                    + " provides it: "
                    + Reasons.of(causes, "require it")
                    + ".",
                parameter.location(),
                causes,
                null));
      }
    }
    return findings;
  }
}
