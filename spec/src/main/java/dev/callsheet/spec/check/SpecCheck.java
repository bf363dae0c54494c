package dev.callsheet.spec.check;

import dev.callsheet.spec.analysis.Analysis;
import dev.callsheet.spec.analysis.AnalysisReport;
import dev.callsheet.spec.analysis.ModeMatrix;
import dev.callsheet.spec.analysis.NotAnalysed;
import dev.callsheet.spec.analysis.SpecFinding;
import dev.callsheet.spec.catalogue.ModelFile;
import dev.callsheet.spec.lint.Reading;
import dev.callsheet.spec.model.ModelSpec;
import dev.callsheet.spec.read.Problem;
import dev.callsheet.spec.read.SpecException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Checks specs. */
public final class SpecCheck {
  private final Readings readings;
  private final boolean withModes;

  /**
   * A check of that kind.
   *
   * @param withModes whether to work out as well what each mode makes of each parameter
   */
  public SpecCheck(Readings readings, boolean withModes) {
    this.readings = readings;
    this.withModes = withModes;
  }

  /**
   * Checks model files, with one result for each; what is wrong in a file that several include is
   * said once.
   */
  public List<CheckResult> files(List<ModelFile> files) {
    Set<Problem> said = new HashSet<>();
    List<CheckResult> results = new ArrayList<>();
    for (ModelFile file : files) {
      try {
        results.add(model(file.read()));
      } catch (SpecException wrong) {
        List<Flaw> flaws = wrong.problems().stream().filter(said::add).map(Flaw::of).toList();
        results.add(new CheckResult(null, flaws, List.of(), null));
      }
    }
    return results;
  }

  /** Checks a model that could be read. */
  public CheckResult model(ModelSpec model) {
    List<Flaw> flaws = new ArrayList<>();
    Set<NotAnalysed> notAnalysed = new LinkedHashSet<>();
    Set<String> known = new HashSet<>();
    Reading law = readings == Readings.DOCUMENTED ? Reading.DOCUMENTED : Reading.ENFORCED;
    AnalysisReport report = Analysis.of(model, law);
    for (SpecFinding finding : report.findings()) {
      flaws.add(Flaw.of(finding));
      known.add(key(finding));
    }
    notAnalysed.addAll(report.notAnalysed());
    if (readings == Readings.BOTH && model.rules().stream().anyMatch(r -> r.documented() != null)) {
      AnalysisReport published = Analysis.of(model, Reading.DOCUMENTED);
      published.findings().stream()
          .filter(finding -> !known.contains(key(finding)))
          .forEach(finding -> flaws.add(Flaw.ofPublished(finding)));
      notAnalysed.addAll(published.notAnalysed());
    }
    return new CheckResult(
        model,
        flaws,
        List.copyOf(notAnalysed),
        withModes && !model.modes().isEmpty() ? ModeMatrix.of(model, law) : null);
  }

  private static String key(SpecFinding finding) {
    return finding.kind() + " " + finding.subject();
  }
}
