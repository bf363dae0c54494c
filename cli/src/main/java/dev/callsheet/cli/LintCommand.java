package dev.callsheet.cli;

import dev.callsheet.cli.console.Console;
import dev.callsheet.cli.console.ExitStatus;
import dev.callsheet.cli.console.UserMistake;
import dev.callsheet.cli.explain.ExplainOptions;
import dev.callsheet.cli.report.Complaining;
import dev.callsheet.cli.report.OpenReports;
import dev.callsheet.cli.report.ReportOptions;
import dev.callsheet.cli.request.InputArguments;
import dev.callsheet.runtime.Severity;
import dev.callsheet.spec.catalogue.Catalogue;
import dev.callsheet.spec.lint.Linter;
import dev.callsheet.spec.lint.Reading;
import dev.callsheet.spec.lint.run.LintRun;
import dev.callsheet.spec.lint.run.LintSink;
import dev.callsheet.spec.report.Reporting;
import dev.callsheet.spec.report.Summary;
import java.io.UncheckedIOException;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code callsheet lint}: judges request files. */
@Command(name = "lint", description = "Judge JSON requests by the rules of their models.")
final class LintCommand implements Callable<Integer> {
  @Mixin private final InputArguments inputs = new InputArguments();
  @Mixin private final ReportOptions reports = new ReportOptions();
  @Mixin private final ExplainOptions explain = new ExplainOptions();

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

  @Option(
      names = "--jobs",
      paramLabel = "N",
      description = "Judge with N threads; as many as there are processors without it.")
  private int jobs = Runtime.getRuntime().availableProcessors();

  @Mixin private final SpecOptions specs = new SpecOptions();
  private final Console console;

  LintCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() {
    if (jobs < 1) {
      throw new UserMistake("--jobs " + jobs + ": there must be at least one");
    }
    Catalogue catalogue = specs.catalogue();
    if (explain.explain(catalogue, console)) {
      return ExitStatus.DONE;
    }
    LintRun run = new LintRun(new Linter(catalogue, reading), jobs);
    try (OpenReports open = reports.open(console, catalogue, failOn)) {
      Reporting reporting = new Reporting(open.reports(), reports.limit());
      run.run(inputs.toLint(console), before(reporting));
      Summary summary = reporting.end();
      open.finish();
      return status(summary);
    } catch (UncheckedIOException failed) {
      throw new UserMistake(String.valueOf(failed.getMessage()), failed);
    }
  }

  /** What findings go through before they are counted and reported. */
  private LintSink before(LintSink reporting) {
    return new Complaining(reporting, console);
  }

  private int status(Summary summary) {
    if (summary.unreadable() > 0) {
      return ExitStatus.MISTAKE;
    }
    return summary.atLeast(failOn) > 0 ? ExitStatus.FINDINGS : ExitStatus.DONE;
  }
}
