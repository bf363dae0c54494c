package dev.callsheet.cli.report;

import dev.callsheet.cli.console.Console;
import dev.callsheet.cli.console.UserErrorException;
import dev.callsheet.linter.report.ReportFormat;
import dev.callsheet.runtime.Severity;
import dev.callsheet.spec.catalogue.ModelCatalogue;
import java.util.List;
import picocli.CommandLine.Option;

/** How findings in requests are reported, how many of them, and where to. */
public final class ReportOptions {
  @Option(
      names = "--format",
      paramLabel = "FORMAT[=FILE]",
      converter = ReportTarget.LintReportConverter.class,
      description =
          "text (default), json, sarif, github or junit; to a file with =FILE (repeatable).")
  private List<ReportTarget> targets = List.of(ReportTarget.TEXT);

  @Option(
      names = "--max-findings",
      paramLabel = "N",
      description = "Show the first N findings, and say how many more there are.")
  private long limit = Long.MAX_VALUE;

  @Option(
      names = {"-q", "--quiet"},
      description = "Say nothing but what was found: no summary, no progress.")
  private boolean quiet;

  /** Whether to say nothing but what was found. */
  public boolean isQuiet() {
    return quiet;
  }

  /** Whether standard output is for people, so that more may be said there. */
  public boolean isStandardOutputHumanReadable() {
    return targets.stream()
        .allMatch(target -> target.file() != null || target.format() == ReportFormat.TEXT);
  }

  /** How many findings to show. */
  public long limit() {
    if (limit < 0) {
      throw new UserErrorException(
          "--max-findings " + limit + ": this cannot be a number of findings");
    }
    return limit;
  }

  /**
   * Begins all reports.
   *
   * @param catalogue whose rules can be broken
   * @param failing the least grave finding that makes the run one that failed
   */
  public OpenReports open(Console console, ModelCatalogue catalogue, Severity failing) {
    ReportTarget.requireOneOnStandardOutput(targets);
    return new OpenReports(console, !quiet, catalogue, failing).begin(targets);
  }
}
