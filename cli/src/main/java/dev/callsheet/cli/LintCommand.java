package dev.callsheet.cli;

import dev.callsheet.cli.console.Console;
import dev.callsheet.cli.console.ExitStatus;
import dev.callsheet.cli.console.UserErrorException;
import dev.callsheet.cli.explain.ExplainOptions;
import dev.callsheet.cli.lint.BaselineOptions;
import dev.callsheet.cli.lint.CoverageOptions;
import dev.callsheet.cli.lint.FixOptions;
import dev.callsheet.cli.lint.LintProgressLine;
import dev.callsheet.cli.option.SpecOptions;
import dev.callsheet.cli.report.OpenReports;
import dev.callsheet.cli.report.ReportOptions;
import dev.callsheet.cli.report.UnreadableInputReporter;
import dev.callsheet.cli.request.InputArguments;
import dev.callsheet.linter.LintInput;
import dev.callsheet.linter.LintRunner;
import dev.callsheet.linter.LintSink;
import dev.callsheet.linter.Linter;
import dev.callsheet.linter.baseline.FindingFilter;
import dev.callsheet.linter.coverage.Coverage;
import dev.callsheet.linter.report.LintSummary;
import dev.callsheet.linter.report.ReportingSink;
import dev.callsheet.runtime.Severity;
import dev.callsheet.spec.catalogue.ModelCatalogue;
import dev.callsheet.spec.model.RuleInterpretation;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
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
  @Mixin private final BaselineOptions baseline = new BaselineOptions();
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
  private RuleInterpretation reading = RuleInterpretation.ENFORCED;

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
      throw new UserErrorException("--jobs " + jobs + ": there must be at least one");
    }
    ModelCatalogue catalogue = specs.catalogue();
    if (explain.explain(catalogue, console)) {
      return ExitStatus.DONE;
    }
    List<LintInput> toLint = inputs.lintInputs(console);
    int unfixed = fixing.fix(toLint, () -> new Linter(catalogue, reading), console);
    Linter linter = new Linter(catalogue, reading);
    Coverage exercised = coverage.newCoverage(catalogue);
    try (OpenReports open = reports.open(console, catalogue, failOn)) {
      ReportingSink reporting = new ReportingSink(open.reports(), reports.limit());
      FindingFilter filter = baseline.createFilter(reporting, catalogue);
      run(linter, toLint, new UnreadableInputReporter(filter.sink(), console), open, exercised);
      filter.reportStaleEntries();
      LintSummary summary = reporting.finish();
      open.finish();
      baseline.finish(filter, console.err(), reports.isQuiet());
      printOmittedRepairs(linter);
      if (exercised != null) {
        coverage.report(
            exercised, reports.isStandardOutputHumanReadable() ? console.out() : console.err());
      }
      return unfixed > 0 ? ExitStatus.USER_ERROR : status(summary);
    } catch (UncheckedIOException failed) {
      throw new UserErrorException(String.valueOf(failed.getMessage()), failed);
    }
  }

  private void run(
      Linter linter,
      List<LintInput> toLint,
      LintSink sink,
      OpenReports open,
      @Nullable Coverage exercised) {
    LintRunner run = new LintRunner(linter, jobs);
    if (reports.isQuiet() || !console.errIsTerminal()) {
      run.run(toLint, sink, exercised);
      return;
    }
    try (LintProgressLine progress =
        new LintProgressLine(sink, toLint.size(), console.err(), open::flush).start()) {
      run.run(toLint, progress, exercised);
    }
  }

  private void printOmittedRepairs(Linter linter) {
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

  private int status(LintSummary summary) {
    if (summary.unreadable() > 0) {
      return ExitStatus.USER_ERROR;
    }
    return summary.countAtLeast(failOn) > 0 ? ExitStatus.FINDINGS : ExitStatus.DONE;
  }
}
