package dev.callsheet.linter.report;

import dev.callsheet.linter.UnreadableInput;
import dev.callsheet.linter.finding.Finding;
import dev.callsheet.runtime.Severity;
import java.io.IOException;
import java.io.Writer;

/** For people: each finding with its lines, and a summary at the end, which counts the notes. */
public final class TextReport implements LintReport {
  private final Writer out;
  private final FindingTextWriter text;
  private final ReportFormat.TextStyle style;

  /** Writes to {@code out}. */
  public TextReport(Writer out, ReportFormat.TextStyle style) {
    this.out = out;
    this.text = new FindingTextWriter(style.colour());
    this.style = style;
  }

  @Override
  public void writeFinding(Finding finding) throws IOException {
    if (finding.severity() != Severity.NOTE || style.showsNotes()) {
      text.write(finding, out);
      if (style.showsRepairs()) {
        text.writeRepairs(finding.fixSuggestions(), out);
      }
      out.append('\n');
    }
  }

  @Override
  public void finishInput(String name, long requests) {}

  /** Only counted, in the summary: whoever runs the linter shows them at once. */
  @Override
  public void writeUnreadable(UnreadableInput input) {}

  @Override
  public void finish(LintSummary summary) throws IOException {
    if (style.hasSummary()) {
      out.append(summary.text(style.showsNotes() ? "" : " (shown with --notes)")).append('\n');
    }
  }
}
