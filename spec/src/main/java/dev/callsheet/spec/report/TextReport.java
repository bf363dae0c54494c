package dev.callsheet.spec.report;

import dev.callsheet.spec.lint.Finding;
import dev.callsheet.spec.lint.run.Unreadable;
import java.io.IOException;
import java.io.Writer;

/** For people: each finding with the lines it is about, and the summary at the end. */
public final class TextReport implements Report {
  private final Writer out;
  private final FindingText text;
  private final boolean summarises;

  /**
   * Writes to {@code out}.
   *
   * @param colour whether to use ANSI colours
   * @param summarises false writes findings and nothing else
   */
  public TextReport(Writer out, boolean colour, boolean summarises) {
    this.out = out;
    this.text = new FindingText(colour);
    this.summarises = summarises;
  }

  @Override
  public void finding(Finding finding) throws IOException {
    text.write(finding, out);
    out.append('\n');
  }

  @Override
  public void judged(String name, long requests) {}

  /** The figures say how many; which ones, and why, is not a matter of what was found. */
  @Override
  public void unreadable(Unreadable input) {}

  @Override
  public void end(Summary summary) throws IOException {
    if (summarises) {
      out.append(summary.toString()).append('\n');
    }
  }
}
