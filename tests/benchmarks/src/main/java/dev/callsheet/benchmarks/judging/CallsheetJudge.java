package dev.callsheet.benchmarks.judging;

import dev.callsheet.runtime.Severity;
import dev.callsheet.spec.catalogue.Catalogue;
import dev.callsheet.spec.lint.Finding;
import dev.callsheet.spec.lint.Linter;
import dev.callsheet.spec.lint.Reading;

/** Callsheet's linter, with all that it knows. */
public final class CallsheetJudge implements Judge {
  private final Linter linter = new Linter(Catalogue.bundled(), Reading.ENFORCED);

  @Override
  public boolean accepts(byte[] request) {
    for (Finding finding : linter.lint("request.json", request).findings()) {
      if (finding.severity() == Severity.ERROR) {
        return false;
      }
    }
    return true;
  }
}
