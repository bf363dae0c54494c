package dev.callsheet.linter.report;

import dev.callsheet.linter.UnreadableInput;
import dev.callsheet.linter.finding.Finding;
import java.io.IOException;
import java.io.Writer;

/** For people: each finding with the lines it is about, and the summary at the end. */
public final class TextReport implements LintReport {
  private final Writer out;
  private final FindingTextWriter text;
  private final boolean hasSummary;

  /**
   * Writes to {@code out}.
   *
   * @param colour whether to use ANSI colours
   * @param summarises false writes findings and nothing else
   */
  public TextReport(Writer out, boolean colour, boolean summarises) {
    this.out = out;
    this.text = new FindingTextWriter(colour);
    this.hasSummary = summarises;
  }

  @Override
  public void writeFinding(Finding finding) throws IOException {
    text.write(finding, out);
    out.append('\n');
  }

  @Override
  public void finishInput(String name, long requests) {}

  /** The figures say how many; which ones, and why, is not a matter of what was found. */
  @Override
  public void writeUnreadable(UnreadableInput input) {}

  @Override
  public void finish(LintSummary summary) throws IOException {
    if (hasSummary) {
      out.append(summary.toString()).append('\n');
    }
  }
}
