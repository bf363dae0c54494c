package dev.callsheet.cli.console;

import dev.callsheet.runtime.internal.messages.DisplayText;
import dev.callsheet.spec.source.DisplayWidth;
import java.util.ArrayList;
import java.util.List;

/**
 * Rows of text in aligned columns, two spaces apart; whatever the cells hold, each row is a line.
 * On a terminal that is too narrow for that, each row is a paragraph, so that cells stay whole.
 *
 * @param headings what the columns are; none where the cells say it themselves
 * @param rows each with as many cells as the others
 */
public record TextTable(List<String> headings, List<List<String>> rows) {
  private static final int INDENT = 2;

  /** Copies the lists, so that a table never changes. */
  public TextTable {
    headings = List.copyOf(headings);
    rows = rows.stream().map(row -> row.stream().map(DisplayText::line).toList()).toList();
  }

  /** Writes the rows to the output, under their headings. */
  public void print(Console console) {
    List<String> lines = lines();
    int widest = lines.stream().mapToInt(DisplayWidth::columns).max().orElse(0);
    int columns = console.columns().orElse(widest);
    (widest <= columns ? lines : paragraphs(columns)).forEach(console.out()::println);
  }

  private List<String> lines() {
    List<List<String>> all = new ArrayList<>(rows);
    if (!headings.isEmpty()) {
      all.add(0, headings);
    }
    int[] widths = new int[all.isEmpty() ? 0 : all.get(0).size()];
    for (List<String> row : all) {
      for (int column = 0; column < widths.length; column++) {
        widths[column] = Math.max(widths[column], DisplayWidth.columns(row.get(column)));
      }
    }
    return all.stream().map(row -> line(row, widths)).toList();
  }

  private static String line(List<String> row, int[] widths) {
    StringBuilder line = new StringBuilder();
    for (int column = 0; column < row.size(); column++) {
      String cell = row.get(column);
      line.append(cell);
      if (column < row.size() - 1) {
        line.append(" ".repeat(widths[column] - DisplayWidth.columns(cell) + 2));
      }
    }
    return line.toString();
  }

  /** The first cell of a row, and under it the others, with what they are. */
  private List<String> paragraphs(int width) {
    WrappedLines paragraphs = new WrappedLines(width);
    for (List<String> row : rows) {
      paragraphs.add(row.get(0), 0, INDENT);
      for (int column = 1; column < row.size(); column++) {
        String cell = row.get(column);
        String heading = headings.isEmpty() ? "" : headings.get(column) + ": ";
        paragraphs.add(cell.isEmpty() ? "" : heading + cell, INDENT, 2 * INDENT);
      }
    }
    return paragraphs.lines();
  }
}
