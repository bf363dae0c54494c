package dev.callsheet.cli;

import dev.callsheet.cli.console.Console;
import dev.callsheet.cli.console.ExitStatus;
import dev.callsheet.cli.console.UserErrorException;
import dev.callsheet.cli.explain.ExplainOptions;
import dev.callsheet.cli.lint.BaselineOptions;
import dev.callsheet.cli.lint.CoverageOptions;
import dev.callsheet.cli.lint.FixOptions;
import dev.callsheet.cli.lint.LintConsole;
import dev.callsheet.cli.option.SpecOptions;
import dev.callsheet.cli.report.ReportOptions;
import dev.callsheet.cli.request.InputArguments;
import dev.callsheet.linter.LintInput;
import dev.callsheet.linter.baseline.FilterFileException;
import dev.callsheet.linter.coverage.Coverage;
import dev.callsheet.linter.session.LintSession;
import dev.callsheet.linter.session.LintSessionResult;
import dev.callsheet.linter.session.LintSettings;
import dev.callsheet.runtime.Severity;
import dev.callsheet.runtime.internal.messages.DisplayText;
import dev.callsheet.spec.catalogue.ModelCatalogue;
import dev.callsheet.spec.internal.file.FileErrors;
import dev.callsheet.spec.model.RuleInterpretation;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code callsheet lint}: validates request files. */
@Command(name = "lint", description = "Validate JSON requests by the rules of their models.")
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
          "The least severe finding that makes the exit status 1: error (default), warning, note.")
  private Severity failOn = Severity.ERROR;

  @Option(
      names = "--reading",
      paramLabel = "FORM",
      description =
          "Which form of a rule to validate where the published one differs from the enforced one:"
              + " enforced (default), documented.")
  private RuleInterpretation reading = RuleInterpretation.ENFORCED;

  @Option(
      names = "--today",
      paramLabel = "DATE",
      description =
          "Lint as of this day, such as 2026-09-01: it decides whether what is deprecated is still"
              + " accepted. Today in UTC by default.")
  private @Nullable LocalDate today;

  @Option(
      names = "--jobs",
      paramLabel = "N",
      description = "Lint with N threads; as many as there are processors by default.")
  private int jobs = Runtime.getRuntime().availableProcessors();

  @Mixin private final SpecOptions specs = new SpecOptions();
  private final Console console;

  LintCommand(Console console) {
    this.console = console;
  }

  private Clock clock() {
    return today == null
        ? Clock.systemUTC()
        : Clock.fixed(today.atStartOfDay(ZoneOffset.UTC).toInstant(), ZoneOffset.UTC);
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
    Writer out = new BufferedWriter(console.out());
    LintSettings settings =
        LintSettings.builder(catalogue)
            .interpretation(reading)
            .clock(clock())
            .failOn(failOn)
            .reports(reports.targets(out, failOn, console))
            .maxFindings(reports.limit())
            .filter(baseline.filter())
            .fixes(fixing.isRequestedFor(toLint))
            .coverage(coverage.isRequested())
            .coverageReport(coverage.reportFile())
            .jobs(jobs)
            .build();
    boolean showsProgress = !reports.isQuiet() && console.errIsTerminal();
    LintConsole listener = new LintConsole(console, toLint.size(), showsProgress, () -> flush(out));
    try {
      LintSessionResult result = new LintSession(settings).run(toLint, listener);
      print(result);
      return exitStatus(result.status());
    } catch (FilterFileException e) {
      throw UserErrorException.ofLines(e);
    } catch (IOException e) {
      throw new UserErrorException(FileErrors.describe(e), e);
    }
  }

  /** Prints what is not in the reports. */
  private void print(LintSessionResult result) {
    if (!reports.isQuiet()) {
      result.filterNotes().stream().map(DisplayText::fileName).forEach(console.err()::println);
    }
    if (result.findingsWithoutRepairs() > 0) {
      console
          .err()
          .println(
              "Of some findings ("
                  + result.findingsWithoutRepairs()
                  + ") no repairs were worked out: it would have taken too long.");
    }
    if (result.tasksNotCompared() > 0) {
      console
          .err()
          .println(
              "Of some tasks ("
                  + result.tasksNotCompared()
                  + ") it was not looked whether later ones have the same `taskUUID`: their file has"
                  + " more than are remembered.");
    }
    Coverage exercised = result.coverage();
    if (exercised != null) {
      coverage.report(
          exercised, reports.isStandardOutputHumanReadable() ? console.out() : console.err());
    }
  }

  private static void flush(Writer out) {
    try {
      out.flush();
    } catch (IOException e) {
      throw new UncheckedIOException("a report could not be written: " + e.getMessage(), e);
    }
  }

  private static int exitStatus(LintSessionResult.Status status) {
    return switch (status) {
      case PASSED -> ExitStatus.DONE;
      case FAILED -> ExitStatus.FINDINGS;
      case INCOMPLETE -> ExitStatus.USER_ERROR;
      case INTERNAL_ERROR -> ExitStatus.INTERNAL_ERROR;
    };
  }
}
