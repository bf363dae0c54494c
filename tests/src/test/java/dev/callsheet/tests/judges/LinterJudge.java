package dev.callsheet.tests.judges;

import dev.callsheet.spec.catalogue.Catalogue;
import dev.callsheet.spec.lint.Linter;
import dev.callsheet.spec.lint.Reading;
import java.io.IOException;
import java.nio.file.Files;

/** Judges the file as it is. */
record LinterJudge(Linter linter) implements Judge {
  LinterJudge(Catalogue catalogue) {
    this(new Linter(catalogue, Reading.ENFORCED));
  }

  @Override
  public Verdict judge(RequestFile request) throws IOException {
    Verdict verdict = Verdict.accepted();
    linter
        .lint(request.name(), Files.readAllBytes(request.file()))
        .findings()
        .forEach(finding -> verdict.add(finding.severity(), finding.rule()));
    return verdict;
  }
}
