package dev.callsheet.spec.analysis;

import java.util.List;

/**
 * What an analysis proved.
 *
 * @param findings the flaws, in the order of the spec by kind
 * @param limitations what lies, in whole or in part, outside what can be decided
 */
public record AnalysisResult(List<AnalysisFinding> findings, List<AnalysisLimitation> limitations) {
  /** Copies the lists, so that a report never changes. */
  public AnalysisResult {
    findings = List.copyOf(findings);
    limitations = List.copyOf(limitations);
  }
}
