package dev.callsheet.spec.check;

import dev.callsheet.spec.analysis.AnalysisFinding;
import dev.callsheet.spec.analysis.AnalysisLimitation;
import dev.callsheet.spec.analysis.AnalysisResult;
import dev.callsheet.spec.analysis.ModeMatrix;
import dev.callsheet.spec.analysis.SpecAnalyzer;
import dev.callsheet.spec.catalogue.ModelFile;
import dev.callsheet.spec.model.ModelSpec;
import dev.callsheet.spec.model.RuleInterpretation;
import dev.callsheet.spec.parser.SpecException;
import dev.callsheet.spec.parser.SpecProblem;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Checks specs. */
public final class SpecChecker {
  private final InterpretationSelection interpretations;
  private final boolean withModes;

  /**
   * A check of that kind.
   *
   * @param withModes whether to work out as well what each mode makes of each parameter
   */
  public SpecChecker(InterpretationSelection readings, boolean withModes) {
    this.interpretations = readings;
    this.withModes = withModes;
  }

  /**
   * Checks model files, with one result for each; what is wrong in a file that several include is
   * said once.
   */
  public List<CheckResult> checkFiles(List<ModelFile> files) {
    Set<SpecProblem> said = new HashSet<>();
    List<CheckResult> results = new ArrayList<>();
    for (ModelFile file : files) {
      try {
        results.add(check(file.parse()));
      } catch (SpecException wrong) {
        List<CheckFinding> flaws =
            wrong.problems().stream().filter(said::add).map(CheckFinding::of).toList();
        results.add(new CheckResult(null, flaws, List.of(), null));
      }
    }
    return results;
  }

  /** Checks a model that could be read. */
  public CheckResult check(ModelSpec model) {
    List<CheckFinding> flaws = new ArrayList<>();
    Set<AnalysisLimitation> notAnalysed = new LinkedHashSet<>();
    Set<String> known = new HashSet<>();
    RuleInterpretation law =
        interpretations == InterpretationSelection.DOCUMENTED
            ? RuleInterpretation.DOCUMENTED
            : RuleInterpretation.ENFORCED;
    AnalysisResult report = SpecAnalyzer.analyze(model, law);
    for (AnalysisFinding finding : report.findings()) {
      flaws.add(CheckFinding.of(finding));
      known.add(key(finding));
    }
    notAnalysed.addAll(report.limitations());
    if (interpretations == InterpretationSelection.BOTH
        && model.rules().stream().anyMatch(r -> r.documentedBody() != null)) {
      AnalysisResult published = SpecAnalyzer.analyze(model, RuleInterpretation.DOCUMENTED);
      published.findings().stream()
          .filter(finding -> !known.contains(key(finding)))
          .forEach(finding -> flaws.add(CheckFinding.ofDocumented(finding)));
      notAnalysed.addAll(published.limitations());
    }
    return new CheckResult(
        model,
        flaws,
        List.copyOf(notAnalysed),
        withModes && !model.modes().isEmpty() ? ModeMatrix.of(model, law) : null);
  }

  private static String key(AnalysisFinding finding) {
    return finding.kind() + " " + finding.subject();
  }
}
