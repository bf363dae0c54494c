package dev.callsheet.cli.request;

import dev.callsheet.cli.console.Console;
import dev.callsheet.linter.Linter;
import dev.callsheet.linter.finding.LintResult;
import dev.callsheet.linter.report.ReportFormat.TextStyle;
import dev.callsheet.linter.report.ReportingSink;
import dev.callsheet.linter.report.TextReport;
import dev.callsheet.linter.validation.RequestValidator;
import dev.callsheet.runtime.Severity;
import dev.callsheet.spec.catalogue.ModelCatalogue;
import dev.callsheet.spec.model.RuleInterpretation;
import java.time.Clock;
import java.util.List;
import java.util.Optional;

/** Lets through the requests that the linter has no error for, and reports the others. */
public final class ValidRequestLoader {
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
    if (result.findings().stream().anyMatch(each -> each.severity().isAtLeast(reportThreshold))) {
      report(input.name(), result);
    }
    if (result.count(Severity.ERROR) > 0) {
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

  private void report(String name, LintResult result) {
    ReportingSink reporting =
        new ReportingSink(
            List.of(
                new TextReport(
                    console.err(), new TextStyle(console.errStyle().colour(), true, false))));
    result.findings().forEach(reporting::onFinding);
    reporting.onInputLinted(name, result.requests());
    reporting.finish();
  }
}
