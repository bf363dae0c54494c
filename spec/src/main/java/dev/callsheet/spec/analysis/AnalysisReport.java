package dev.callsheet.spec.analysis;

import java.util.List;

/**
 * What an analysis proved.
 *
 * @param findings the flaws, in the order of the spec by kind
 * @param notAnalysed what lies, in whole or in part, outside what can be decided
 */
public record AnalysisReport(List<SpecFinding> findings, List<NotAnalysed> notAnalysed) {
  /** Copies the lists, so that a report never changes. */
  public AnalysisReport {
    findings = List.copyOf(findings);
    notAnalysed = List.copyOf(notAnalysed);
  }
}
