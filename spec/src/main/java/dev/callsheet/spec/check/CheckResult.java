package dev.callsheet.spec.check;

import dev.callsheet.spec.analysis.AnalysisLimitation;
import dev.callsheet.spec.analysis.ModeMatrix;
import dev.callsheet.spec.model.ModelSpec;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a check of one model file found.
 *
 * @param model null when the file could not be read as a model
 * @param findings in the order of the spec by kind; those of the published wording last
 * @param limitations what lies, in whole or in part, outside what can be decided
 * @param modes what each mode makes of each parameter; null unless it was asked for
 */
public record CheckResult(
    @Nullable ModelSpec model,
    List<CheckFinding> findings,
    List<AnalysisLimitation> limitations,
    @Nullable ModeMatrix modes) {

  /** Copies the lists, so that a result never changes. */
  public CheckResult {
    findings = List.copyOf(findings);
    limitations = List.copyOf(limitations);
  }

  /** How many flaws are of that level. */
  public long count(FindingLevel level) {
    return findings.stream().filter(flaw -> flaw.level() == level).count();
  }
}
