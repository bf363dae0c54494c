package dev.callsheet.benchmarks.validator;

import dev.callsheet.linter.Linter;
import dev.callsheet.linter.finding.Finding;
import dev.callsheet.runtime.Severity;
import dev.callsheet.spec.catalogue.ModelCatalogue;
import dev.callsheet.spec.model.RuleInterpretation;

/** Callsheet's linter, with all that it knows. */
public final class CallsheetValidator implements BenchmarkValidator {
  private final Linter linter = new Linter(ModelCatalogue.bundled(), RuleInterpretation.ENFORCED);

  @Override
  public boolean isValid(byte[] request) {
    for (Finding finding : linter.lint("request.json", request).findings()) {
      if (finding.severity() == Severity.ERROR) {
        return false;
      }
    }
    return true;
  }
}
