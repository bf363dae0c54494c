package dev.callsheet.spec.check;

import dev.callsheet.runtime.Severity;
import dev.callsheet.spec.analysis.AnalysisLimitation;
import dev.callsheet.spec.analysis.ModeMatrix;
import dev.callsheet.spec.model.ModelSpec;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The result of checking one model file.
 *
 * @param model null of a platform, and when the file could not be parsed
 * @param findings by kind, in the order of the spec; those of the published form last
 * @param limitations what the analysis cannot decide, in whole or in part
 * @param modes what each mode requires, allows and forbids; null unless requested
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

  /** The number of findings of a level. */
  public long count(Severity level) {
    return findings.stream().filter(finding -> finding.level() == level).count();
  }
}
