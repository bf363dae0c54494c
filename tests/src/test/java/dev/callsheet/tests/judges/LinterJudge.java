package dev.callsheet.tests.judges;

import dev.callsheet.linter.Linter;
import dev.callsheet.spec.catalogue.ModelCatalogue;
import dev.callsheet.spec.model.RuleInterpretation;
import java.io.IOException;
import java.nio.file.Files;

/** Judges the file as it is. */
record LinterJudge(Linter linter) implements Judge {
  LinterJudge(ModelCatalogue catalogue) {
    this(new Linter(catalogue, RuleInterpretation.ENFORCED));
  }

  @Override
  public JudgeFindings judge(JudgedRequest request) throws IOException {
    JudgeFindings verdict = JudgeFindings.none();
    linter
        .lint(request.name(), Files.readAllBytes(request.file()))
        .findings()
        .forEach(finding -> verdict.add(finding.severity(), finding.rule(), finding.message()));
    return verdict;
  }
}
