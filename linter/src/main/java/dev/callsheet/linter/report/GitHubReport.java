package dev.callsheet.linter.report;

import dev.callsheet.linter.UnreadableInput;
import dev.callsheet.linter.finding.Finding;
import dev.callsheet.linter.internal.git.RepositoryNames;
import dev.callsheet.runtime.Severity;
import dev.callsheet.runtime.internal.messages.DisplayText;
import java.io.IOException;
import java.io.Writer;

/** For the log of a GitHub Actions workflow, which makes annotations of such lines. */
public final class GitHubReport implements LintReport {
  private final RepositoryNames names = RepositoryNames.ofWorkingDirectory();
  private final Writer out;
  private final boolean hasSummary;

  /**
   * Writes to {@code out}.
   *
   * @param hasSummary whether it ends with a summary
   */
  public GitHubReport(Writer out, boolean hasSummary) {
    this.out = out;
    this.hasSummary = hasSummary;
  }

  @Override
  public void writeFinding(Finding finding) throws IOException {
    int column = finding.location().column();
    out.append("::")
        .append(command(finding.severity()))
        .append(" file=")
        .append(escapeProperty(names.nameOf(finding.location().file())))
        .append(",line=" + finding.location().line())
        .append(",col=" + column)
        .append(",endColumn=" + Math.max(column, finding.endColumn()))
        .append(",title=")
        .append(escapeProperty(finding.rule()))
        .append("::")
        .append(escapeData(DisplayText.line(finding.message())))
        .append('\n');
  }

  @Override
  public void finishInput(String name, long requests) {}

  @Override
  public void writeUnreadable(UnreadableInput input) throws IOException {
    out.append("::error file=")
        .append(escapeProperty(names.nameOf(input.name())))
        .append("::")
        .append(escapeData(input.toString()))
        .append('\n');
  }

  @Override
  public void finish(LintSummary summary) throws IOException {
    if (hasSummary) {
      out.append(summary.toString()).append('\n');
    }
  }

  private static String command(Severity severity) {
    return switch (severity) {
      case ERROR -> "error";
      case WARNING -> "warning";
      case NOTE -> "notice";
    };
  }

  /**
   * The rules of the log's commands, by which the log undoes them: the text is the same there. What
   * else is not seen is made visible; names of files may hold anything.
   */
  private static String escapeData(String text) {
    return DisplayText.printable(
        text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A"));
  }

  private static String escapeProperty(String text) {
    return escapeData(text).replace(":", "%3A").replace(",", "%2C");
  }
}
