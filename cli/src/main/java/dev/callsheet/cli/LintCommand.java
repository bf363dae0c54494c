package dev.callsheet.cli;

import dev.callsheet.cli.console.Console;
import dev.callsheet.cli.console.ExitStatus;
import dev.callsheet.cli.console.UserMistake;
import dev.callsheet.cli.explain.ExplainOptions;
import dev.callsheet.cli.lint.CoverageOptions;
import dev.callsheet.cli.lint.FixOptions;
import dev.callsheet.cli.lint.KnownOptions;
import dev.callsheet.cli.lint.ProgressLine;
import dev.callsheet.cli.report.Complaining;
import dev.callsheet.cli.report.OpenReports;
import dev.callsheet.cli.report.ReportOptions;
import dev.callsheet.cli.request.InputArguments;
import dev.callsheet.runtime.Severity;
import dev.callsheet.spec.baseline.KnownFilter;
import dev.callsheet.spec.catalogue.Catalogue;
import dev.callsheet.spec.lint.Linter;
import dev.callsheet.spec.lint.Reading;
import dev.callsheet.spec.lint.run.LintInput;
import dev.callsheet.spec.lint.run.LintRun;
import dev.callsheet.spec.lint.run.LintSink;
import dev.callsheet.spec.report.Reporting;
import dev.callsheet.spec.report.Summary;
import java.io.UncheckedIOException;
import java.util.List;
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
  @Mixin private final FixOptions fixing = new FixOptions();
  @Mixin private final KnownOptions known = new KnownOptions();
  @Mixin private final CoverageOptions coverage = new CoverageOptions();

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
    List<LintInput> toLint = inputs.toLint(console);
    coverage.check(toLint);
    int unfixed = fixing.fix(toLint, () -> new Linter(catalogue, reading), console);
    Linter linter = new Linter(catalogue, reading);
    try (OpenReports open = reports.open(console, catalogue, failOn)) {
      Reporting reporting = new Reporting(open.reports(), reports.limit());
      KnownFilter filter = known.before(reporting, catalogue);
      run(linter, toLint, new Complaining(filter.sink(), console), open);
      filter.end();
      Summary summary = reporting.end();
      open.finish();
      known.finish(filter, console.err(), reports.isQuiet());
      sayWhatHasNoRepairs(linter);
      coverage.tell(
          toLint,
          catalogue,
          reading,
          reports.leavesStandardOutputToPeople() ? console.out() : console.err());
      return unfixed > 0 ? ExitStatus.MISTAKE : status(summary);
    } catch (UncheckedIOException failed) {
      throw new UserMistake(String.valueOf(failed.getMessage()), failed);
    }
  }

  private void run(Linter linter, List<LintInput> toLint, LintSink sink, OpenReports open) {
    LintRun run = new LintRun(linter, jobs);
    if (reports.isQuiet() || !console.errIsTerminal()) {
      run.run(toLint, sink);
      return;
    }
    try (ProgressLine progress =
        new ProgressLine(sink, toLint.size(), console.err(), open::flush).start()) {
      run.run(toLint, progress);
    }
  }

  private void sayWhatHasNoRepairs(Linter linter) {
    long without = linter.findingsWithoutRepairs();
    if (without > 0) {
      console
          .err()
          .println(
              "No repairs were worked out for the last "
                  + without
                  + " findings, since there are so many.");
    }
  }

  private int status(Summary summary) {
    if (summary.unreadable() > 0) {
      return ExitStatus.MISTAKE;
    }
    return summary.atLeast(failOn) > 0 ? ExitStatus.FINDINGS : ExitStatus.DONE;
  }
}
