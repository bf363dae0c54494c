package dev.callsheet.linter.report;

import dev.callsheet.linter.UnreadableInput;
import dev.callsheet.linter.finding.Finding;
import java.io.IOException;
import java.io.Writer;

/** For people: each finding with its lines, and a summary at the end. */
public final class TextReport implements LintReport {
  private final Writer out;
  private final FindingTextWriter text;
  private final boolean hasSummary;

  /**
   * Writes to {@code out}.
   *
   * @param colour whether to use ANSI colours
   * @param hasSummary whether it ends with a summary
   */
  public TextReport(Writer out, boolean colour, boolean hasSummary) {
    this.out = out;
    this.text = new FindingTextWriter(colour);
    this.hasSummary = hasSummary;
  }

  @Override
  public void writeFinding(Finding finding) throws IOException {
    text.write(finding, out);
    out.append('\n');
  }

  @Override
  public void finishInput(String name, long requests) {}

  /** Only counted, in the summary: whoever runs the linter shows them at once. */
  @Override
  public void writeUnreadable(UnreadableInput input) {}

  @Override
  public void finish(LintSummary summary) throws IOException {
    if (hasSummary) {
      out.append(summary.toString()).append('\n');
    }
  }
}
