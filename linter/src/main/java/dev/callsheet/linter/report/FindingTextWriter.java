package dev.callsheet.linter.report;

import dev.callsheet.linter.finding.Excerpt;
import dev.callsheet.linter.finding.Finding;
import dev.callsheet.linter.internal.report.Ansi;
import dev.callsheet.linter.repair.FixSuggestions;
import dev.callsheet.linter.repair.Repair;
import dev.callsheet.runtime.internal.messages.DisplayText;
import dev.callsheet.spec.source.DisplayWidth;
import java.io.IOException;

/**
 * A finding for people: with its line and a caret under the place, then the lines of the other
 * places that take part.
 */
public final class FindingTextWriter {
  private final Ansi ansi;

  /** Written with ANSI colours, or without. */
  public FindingTextWriter(boolean colour) {
    this.ansi = new Ansi(colour);
  }

  /**
   * Writes one finding, with no empty line after it.
   *
   * @throws IOException when {@code out} cannot be written to
   */
  public void write(Finding finding, Appendable out) throws IOException {
    out.append(ansi.bold(DisplayText.fileName(finding.location().toString())))
        .append(": ")
        .append(ansi.severity(finding.severity()))
        .append(": ")
        .append(DisplayText.line(finding.message()))
        .append(' ')
        .append(ansi.faint("[" + DisplayText.line(finding.rule()) + "]"))
        .append('\n');
    int width = lineNumberWidth(finding);
    write(finding.location().line(), finding.excerpt(), "", width, out);
    for (Finding.Related other : finding.related()) {
      write(other.location().line(), other.excerpt(), other.pointer(), width, out);
    }
  }

  /**
   * Writes what can be done about a finding, a line each: nothing where nobody knows.
   *
   * @throws IOException when {@code out} cannot be written to
   */
  public void writeRepairs(FixSuggestions suggestions, Appendable out) throws IOException {
    Repair unambiguous = suggestions.unambiguousRepair();
    for (Repair repair : suggestions.repairs()) {
      out.append("  ")
          .append(ansi.faint("repair:"))
          .append(' ')
          .append(DisplayText.line(repair.description()))
          .append(repair.equals(unambiguous) ? ansi.faint(" (--fix makes it)") : "")
          .append('\n');
    }
  }

  private void write(int line, Excerpt excerpt, String label, int width, Appendable out)
      throws IOException {
    String number = Integer.toString(line);
    String caret = label.isEmpty() ? ansi.red("^") : ansi.faint("- " + DisplayText.line(label));
    out.append(ansi.faint(" ".repeat(width - number.length()) + number + " |"))
        .append(excerpt.text().isEmpty() ? "" : " " + excerpt.text())
        .append('\n')
        .append(ansi.faint(" ".repeat(width) + " |"))
        .append(' ')
        .append(DisplayWidth.padding(excerpt.text(), excerpt.caret()))
        .append(caret)
        .append('\n');
  }

  /** How wide the widest line number is, with a margin. */
  private static int lineNumberWidth(Finding finding) {
    int last = finding.location().line();
    for (Finding.Related other : finding.related()) {
      last = Math.max(last, other.location().line());
    }
    return Integer.toString(last).length() + 2;
  }
}
