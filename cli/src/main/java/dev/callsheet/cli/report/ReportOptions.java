package dev.callsheet.cli.report;

import dev.callsheet.cli.console.Console;
import dev.callsheet.cli.console.UserErrorException;
import dev.callsheet.linter.report.ReportFormat;
import dev.callsheet.linter.report.ReportFormat.TextStyle;
import dev.callsheet.linter.session.ReportTarget;
import dev.callsheet.runtime.Severity;
import java.io.Writer;
import java.nio.file.Path;
import java.util.List;
import picocli.CommandLine.Option;

/** In which formats findings in requests are reported, how many of them, and where. */
public final class ReportOptions {
  @Option(
      names = "--format",
      paramLabel = "FORMAT[=FILE]",
      converter = FormatArgument.LintReportConverter.class,
      completionCandidates = FormatArgument.LintReportConverter.class,
      description =
          "text (default), json, sarif, github, gitlab or junit; to a file with =FILE (repeatable).")
  private List<FormatArgument> formats = List.of(FormatArgument.TEXT);

  @Option(
      names = "--max-findings",
      paramLabel = "N",
      description = "Show the first N findings, and say how many more there are.")
  private long limit = Long.MAX_VALUE;

  @Option(
      names = "--notes",
      description = "Show notes in the text report, too, instead of only counting them.")
  private boolean notes;

  @Option(
      names = "--repairs",
      description =
          "Show in the text report, too, how findings can be repaired; JSON and SARIF do in any case.")
  private boolean repairs;

  @Option(
      names = {"-q", "--quiet"},
      description = "Print nothing but findings: no summary, no progress.")
  private boolean quiet;

  /** Whether to print nothing but findings. */
  public boolean isQuiet() {
    return quiet;
  }

  /** Whether standard output is read by people, so that more may be printed there. */
  public boolean isStandardOutputHumanReadable() {
    return formats.stream()
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
   * Where the reports go.
   *
   * @param out receives the report on standard output, if there is one
   * @param failOn the least severe finding that makes the run fail, which is shown in any case
   */
  public List<ReportTarget> targets(Writer out, Severity failOn, Console console) {
    FormatArgument.requireOneOnStandardOutput(formats);
    boolean showsNotes = notes || failOn == Severity.NOTE;
    return formats.stream().map(format -> target(format, out, showsNotes, console)).toList();
  }

  private ReportTarget target(
      FormatArgument argument, Writer out, boolean showsNotes, Console console) {
    Path file = argument.file();
    boolean colour = file == null && console.outStyle().colour();
    TextStyle style = new TextStyle(colour, !quiet, showsNotes, repairs);
    return file == null
        ? new ReportTarget.ToWriter(argument.format(), style, out)
        : new ReportTarget.ToFile(argument.format(), style, file);
  }
}
