package dev.callsheet.cli;

import dev.callsheet.cli.console.Console;
import dev.callsheet.cli.console.ExitStatus;
import dev.callsheet.cli.request.InputArguments;
import dev.callsheet.runtime.Severity;
import dev.callsheet.spec.lint.LintResult;
import dev.callsheet.spec.lint.Linter;
import dev.callsheet.spec.lint.Reading;
import dev.callsheet.spec.report.JsonReport;
import dev.callsheet.spec.report.TextReport;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code callsheet lint}: judges request files. */
@Command(name = "lint", description = "Judge JSON requests by the rules of their models.")
final class LintCommand implements Callable<Integer> {
  @Mixin private final InputArguments inputs = new InputArguments();

  @Option(
      names = "--format",
      paramLabel = "FORMAT[=FILE]",
      converter = ReportTarget.Converter.class,
      description = "text (default) or json; to a file with =FILE (repeatable).")
  private List<ReportTarget> reports = List.of(ReportTarget.TEXT);

  @Option(
      names = "--fail-on",
      paramLabel = "SEVERITY",
      description =
          "The least grave finding that makes the exit status 1: error (default), warning.")
  private Severity failOn = Severity.ERROR;

  @Option(
      names = "--reading",
      paramLabel = "FORM",
      description =
          "Where what is published differs from what is enforced, judge by: enforced (default),"
              + " documented.")
  private Reading reading = Reading.ENFORCED;

  @Mixin private final SpecOptions specs = new SpecOptions();
  private final Console console;

  LintCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() {
    ReportTarget.requireOneOnStandardOutput(reports);
    Linter linter = new Linter(specs.catalogue(), reading);
    List<LintResult> results =
        inputs.inputs().stream()
            .map(input -> linter.lint(input.name(), input.read(console)))
            .toList();
    ReportTarget.Writing writing =
        (format, colour, out) ->
            (format == ReportTarget.Format.JSON ? new JsonReport() : new TextReport(colour))
                .write(results, out);
    reports.forEach(report -> report.write(writing, console));
    boolean found =
        results.stream()
            .flatMap(result -> result.findings().stream())
            .anyMatch(finding -> finding.severity().isAtLeast(failOn));
    return found ? ExitStatus.FINDINGS : ExitStatus.DONE;
  }
}
