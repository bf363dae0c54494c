package dev.callsheet.cli.console;

import dev.callsheet.runtime.internal.messages.DisplayText;
import dev.callsheet.spec.source.DisplayWidth;
import java.util.ArrayList;
import java.util.List;

/** Paragraphs in lines of some width; a word that is longer stands alone in one. */
public final class WrappedLines {
  private final int width;
  private final List<String> lines = new ArrayList<>();

  /**
   * None yet.
   *
   * @param width how many columns a line takes at most
   */
  public WrappedLines(int width) {
    this.width = width;
  }

  /**
   * Adds a paragraph; one without words is left out.
   *
   * @param indent how many spaces its first line begins with
   * @param hanging how many the others begin with
   */
  public void add(String text, int indent, int hanging) {
    if (text.isBlank()) {
      return;
    }
    StringBuilder line = new StringBuilder(" ".repeat(indent));
    int columns = indent;
    boolean isEmpty = true;
    for (String word : DisplayText.line(text).strip().split(" ", -1)) {
      int ofWord = DisplayWidth.columns(word);
      if (!isEmpty && columns + 1 + ofWord > width) {
        lines.add(line.toString().stripTrailing());
        line.setLength(0);
        line.append(" ".repeat(hanging));
        columns = hanging;
        isEmpty = true;
      }
      line.append(isEmpty ? "" : " ").append(word);
      columns += (isEmpty ? 0 : 1) + ofWord;
      isEmpty = false;
    }
    lines.add(line.toString().stripTrailing());
  }

  /** Adds an empty line. */
  public void addEmptyLine() {
    lines.add("");
  }

  /** All of them, in their order. */
  public List<String> lines() {
    return List.copyOf(lines);
  }
}
