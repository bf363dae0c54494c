package dev.callsheet.cli.request;

import dev.callsheet.cli.console.Console;
import dev.callsheet.runtime.Severity;
import dev.callsheet.spec.catalogue.Catalogue;
import dev.callsheet.spec.lint.LintResult;
import dev.callsheet.spec.lint.Linter;
import dev.callsheet.spec.lint.Reading;
import dev.callsheet.spec.report.Reporting;
import dev.callsheet.spec.report.TextReport;
import java.util.List;
import java.util.Optional;

/** Lets through the requests that the linter has no error for, and reports the others. */
public final class SoundRequests {
  private final Catalogue catalogue;
  private final Linter linter;
  private final Severity worthSaying;
  private final Console console;

  /** Judges by a catalogue, and reports inputs that have a finding at least this grave. */
  public SoundRequests(Catalogue catalogue, Severity worthSaying, Console console) {
    this.catalogue = catalogue;
    this.linter = new Linter(catalogue, Reading.ENFORCED);
    this.worthSaying = worthSaying;
    this.console = console;
  }

  /**
   * The tasks of an input that are for a model; nothing when one of its tasks has an error. Reports
   * go to the console's {@code err}.
   */
  public Optional<List<ModelTask>> in(Input input) {
    byte[] content = input.read(console);
    LintResult result = linter.lint(input.name(), content);
    if (result.findings().stream().anyMatch(each -> each.severity().isAtLeast(worthSaying))) {
      report(input.name(), result);
    }
    if (result.count(Severity.ERROR) > 0) {
      return Optional.empty();
    }
    return Optional.of(
        Tasks.in(content).stream()
            .flatMap(
                task ->
                    catalogue
                        .find(task.path("model").asString(""))
                        .map(model -> new ModelTask(model, task))
                        .stream())
            .toList());
  }

  private void report(String name, LintResult result) {
    Reporting reporting =
        new Reporting(List.of(new TextReport(console.err(), console.errPalette().colour(), true)));
    result.findings().forEach(reporting::found);
    reporting.judged(name, result.requests());
    reporting.end();
  }
}
