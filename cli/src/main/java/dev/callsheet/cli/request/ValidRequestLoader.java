package dev.callsheet.cli.request;

import dev.callsheet.cli.console.Console;
import dev.callsheet.linter.Linter;
import dev.callsheet.linter.finding.Finding;
import dev.callsheet.linter.finding.LintResult;
import dev.callsheet.linter.report.ReportFormat.TextStyle;
import dev.callsheet.linter.report.ReportingSink;
import dev.callsheet.linter.report.TextReport;
import dev.callsheet.linter.validation.RequestValidator;
import dev.callsheet.runtime.Problem;
import dev.callsheet.runtime.Severity;
import dev.callsheet.runtime.Violation;
import dev.callsheet.spec.catalogue.ModelCatalogue;
import dev.callsheet.spec.model.RuleInterpretation;
import java.time.Clock;
import java.util.List;
import java.util.Optional;

/**
 * Lets through the requests that the linter has no error for, and reports the others. One without a
 * {@code taskUUID} is no error here: it has no price, and gets one when it is sent.
 */
public final class ValidRequestLoader {
  private static final String IN_ENVELOPE = "/request";

  private final RequestValidator dispatch;
  private final Linter linter;
  private final Severity reportThreshold;
  private final Console console;

  /** Validates by a catalogue, and reports inputs that have a finding at least this severe. */
  public ValidRequestLoader(ModelCatalogue catalogue, Severity worthSaying, Console console) {
    this.dispatch = new RequestValidator(catalogue, RuleInterpretation.ENFORCED, Clock.systemUTC());
    this.linter = new Linter(catalogue, RuleInterpretation.ENFORCED);
    this.reportThreshold = worthSaying;
    this.console = console;
  }

  /**
   * The tasks of an input that are for a model; nothing when one of its tasks has an error. Reports
   * go to the console's {@code err}.
   */
  public Optional<List<ModelTask>> load(RequestInput input) {
    byte[] content = input.read(console);
    LintResult result = linter.lint(input.name(), content);
    List<Finding> findings =
        result.findings().stream().filter(each -> !isMissingUuid(each.violation())).toList();
    if (findings.stream().anyMatch(each -> each.severity().isAtLeast(reportThreshold))) {
      report(input.name(), findings, result.requests());
    }
    if (findings.stream().anyMatch(each -> each.severity() == Severity.ERROR)) {
      return Optional.empty();
    }
    return Optional.of(
        TaskObjectReader.read(content).stream()
            .flatMap(
                task ->
                    dispatch
                        .dispatch(task.json())
                        .map(found -> new ModelTask(found.model(), found.task(), task.line()))
                        .stream())
            .toList());
  }

  private static boolean isMissingUuid(Violation violation) {
    return (violation.pointer().isEmpty() || violation.pointer().equals(IN_ENVELOPE))
        && violation.problem() instanceof Problem.MissingParameter missing
        && missing.name().equals(RunRequest.TASK_UUID);
  }

  private void report(String name, List<Finding> findings, long requests) {
    ReportingSink reporting =
        new ReportingSink(
            List.of(
                new TextReport(
                    console.err(), new TextStyle(console.errStyle().colour(), true, false))));
    findings.forEach(reporting::onFinding);
    reporting.onInputLinted(name, requests);
    reporting.finish();
  }
}
