package dev.callsheet.spec.check;

import dev.callsheet.spec.analysis.AnalysisFinding;
import dev.callsheet.spec.analysis.AnalysisLimitation;
import dev.callsheet.spec.analysis.AnalysisResult;
import dev.callsheet.spec.analysis.ModeMatrix;
import dev.callsheet.spec.analysis.SpecAnalyzer;
import dev.callsheet.spec.catalogue.ModelFile;
import dev.callsheet.spec.model.MeasuredPrice;
import dev.callsheet.spec.model.ModelSpec;
import dev.callsheet.spec.model.Rule;
import dev.callsheet.spec.model.RuleInterpretation;
import dev.callsheet.spec.model.SpecTest;
import dev.callsheet.spec.parser.PlatformParser;
import dev.callsheet.spec.parser.SpecException;
import dev.callsheet.spec.parser.SpecProblem;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Checks specs: parses and analyses them. */
public final class SpecChecker {
  private final InterpretationSelection interpretations;
  private final boolean withModes;

  /**
   * Makes a checker.
   *
   * @param withModes whether results include what each mode requires, allows and forbids
   */
  public SpecChecker(InterpretationSelection interpretations, boolean withModes) {
    this.interpretations = interpretations;
    this.withModes = withModes;
  }

  /**
   * Checks files of models and platforms, with one result for each; a problem in a file that
   * several include is reported once.
   */
  public List<CheckResult> checkFiles(List<ModelFile> files) {
    Set<SpecProblem> reported = new HashSet<>();
    List<CheckResult> results = new ArrayList<>();
    for (ModelFile file : files) {
      try {
        results.add(check(file));
      } catch (SpecException e) {
        List<CheckFinding> findings =
            e.problems().stream().filter(reported::add).map(CheckFinding::of).toList();
        results.add(new CheckResult(null, findings, List.of(), null));
      }
    }
    return results;
  }

  /** Checks a platform; or a model, and what lies beside it: measured prices and tests. */
  private CheckResult check(ModelFile file) throws SpecException {
    if (PlatformParser.isPlatform(file.source())) {
      PlatformParser.parse(file.name(), file.source());
      return new CheckResult(null, List.of(), List.of(), null);
    }
    ModelSpec model = file.parse();
    List<MeasuredPrice> measured = file.measuredPrices();
    List<SpecTest> tests = file.tests();
    CheckResult result = check(model, tests);
    List<CheckFinding> findings = new ArrayList<>(result.findings());
    findings.addAll(new MeasuredPriceCheck(model).findings(measured));
    return new CheckResult(model, findings, result.limitations(), result.modes());
  }

  /** Checks a model that could be parsed, and runs the tests in it. */
  public CheckResult check(ModelSpec model) {
    return check(model, List.of());
  }

  private CheckResult check(ModelSpec model, List<SpecTest> testsBeside) {
    List<CheckFinding> findings = new ArrayList<>();
    Set<AnalysisLimitation> limitations = new LinkedHashSet<>();
    Set<String> known = new HashSet<>();
    RuleInterpretation binding =
        interpretations == InterpretationSelection.DOCUMENTED
            ? RuleInterpretation.DOCUMENTED
            : RuleInterpretation.ENFORCED;
    AnalysisResult report = SpecAnalyzer.analyze(model, binding);
    for (AnalysisFinding finding : report.findings()) {
      findings.add(CheckFinding.of(finding));
      known.add(key(finding));
    }
    limitations.addAll(report.limitations());
    if (interpretations == InterpretationSelection.BOTH
        && model.rules().stream().anyMatch(r -> r.documentedBody() != null)) {
      AnalysisResult published = SpecAnalyzer.analyze(model, RuleInterpretation.DOCUMENTED);
      published.findings().stream()
          .filter(finding -> !known.contains(key(finding)))
          .forEach(finding -> findings.add(CheckFinding.ofDocumented(finding)));
      limitations.addAll(published.limitations());
    }
    for (Rule rule : model.rules()) {
      String sentence = rule.proposal();
      if (sentence != null) {
        findings.add(CheckFinding.ofProposal(rule, sentence));
      }
    }
    SpecTestCheck tests = new SpecTestCheck(model);
    findings.addAll(tests.findings(model.tests()));
    findings.addAll(tests.findings(testsBeside));
    return new CheckResult(
        model,
        findings,
        List.copyOf(limitations),
        withModes && !model.modes().isEmpty() ? ModeMatrix.of(model, binding) : null);
  }

  private static String key(AnalysisFinding finding) {
    return finding.kind() + " " + finding.subject();
  }
}
