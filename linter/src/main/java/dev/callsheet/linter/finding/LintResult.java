package dev.callsheet.linter.finding;

import dev.callsheet.runtime.Severity;
import java.util.List;

/**
 * What linting one input found.
 *
 * @param findings in the order of their places
 * @param requests how many tasks were validated
 */
public record LintResult(List<Finding> findings, int requests) {
  /** Copies the list, so that a result never changes. */
  public LintResult {
    findings = List.copyOf(findings);
  }

  /** How many findings are of that severity. */
  public long count(Severity severity) {
    return findings.stream().filter(finding -> finding.severity() == severity).count();
  }
}
