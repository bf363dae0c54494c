package dev.callsheet.spec.report;

import dev.callsheet.spec.lint.Finding;
import dev.callsheet.spec.lint.run.Unreadable;
import java.io.IOException;
import java.io.Writer;
import java.util.Locale;

/** For the log of a GitHub Actions workflow, which makes annotations of such lines. */
public final class GitHubReport implements Report {
  private final Writer out;
  private final boolean summarises;

  /**
   * Writes to {@code out}.
   *
   * @param summarises false writes findings and nothing else
   */
  public GitHubReport(Writer out, boolean summarises) {
    this.out = out;
    this.summarises = summarises;
  }

  @Override
  public void finding(Finding finding) throws IOException {
    int column = finding.location().column();
    out.append("::")
        .append(finding.severity().name().toLowerCase(Locale.ROOT))
        .append(" file=")
        .append(property(finding.location().file()))
        .append(",line=" + finding.location().line())
        .append(",col=" + column)
        .append(",endColumn=" + Math.max(column, finding.endColumn()))
        .append(",title=")
        .append(property(finding.rule()))
        .append("::")
        .append(data(finding.message()))
        .append('\n');
  }

  @Override
  public void judged(String name, long requests) {}

  @Override
  public void unreadable(Unreadable input) throws IOException {
    out.append("::error file=")
        .append(property(input.name()))
        .append("::")
        .append(data(input.toString()))
        .append('\n');
  }

  @Override
  public void end(Summary summary) throws IOException {
    if (summarises) {
      out.append(summary.toString()).append('\n');
    }
  }

  private static String data(String text) {
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A");
  }

  private static String property(String text) {
    return data(text).replace(":", "%3A").replace(",", "%2C");
  }
}
