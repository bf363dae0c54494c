package dev.callsheet.spec.analysis;

import dev.callsheet.spec.lint.Reading;
import dev.callsheet.spec.model.ModelSpec;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.logicng.formulas.Formula;

/** Listed values that no valid request can give to their parameter. */
final class DeadValues implements Proof {
  @Override
  public List<SpecFinding> flaws(ModelSpec spec, Reading reading, Theory theory) {
    List<SpecFinding> findings = new ArrayList<>();
    for (Vocabulary.Term term : theory.vocabulary().terms()) {
      if (!theory.possible(term.present())) {
        continue;
      }
      for (Map.Entry<Cell, Formula> entry : term.cells().entrySet()) {
        String value = entry.getKey().label();
        if (value != null && !theory.possible(entry.getValue())) {
          List<Cause> causes = theory.causes(entry.getValue(), theory.laws());
          findings.add(
              new SpecFinding(
                  SpecFinding.Kind.DEAD_VALUE,
                  term.path() + " = " + value,
                  "No valid request can give '"
                      + term.path()
                      + "' the value "
                      + value
                      + ": "
                      + Reasons.of(causes, "exclude it")
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
