package dev.callsheet.cli.console;

import dev.callsheet.runtime.internal.messages.DisplayText;
import java.io.PrintWriter;
import java.util.List;

/**
 * Rows of text in aligned columns, two spaces apart; whatever the cells hold, each row is a line.
 *
 * @param rows each with as many cells as the first
 */
public record TextTable(List<List<String>> rows) {
  /** Copies the list, so that a table never changes. */
  public TextTable {
    rows = rows.stream().map(row -> row.stream().map(DisplayText::line).toList()).toList();
  }

  /** Writes the rows. */
  public void print(PrintWriter out) {
    for (List<String> row : rows) {
      StringBuilder line = new StringBuilder();
      for (int column = 0; column < row.size(); column++) {
        String cell = row.get(column);
        line.append(cell);
        if (column < row.size() - 1) {
          line.append(" ".repeat(width(column) - cell.length() + 2));
        }
      }
      out.println(line);
    }
  }

  private int width(int column) {
    return rows.stream().mapToInt(row -> row.get(column).length()).max().orElse(0);
  }
}
