package dev.callsheet.linter.report.check;

import dev.callsheet.runtime.internal.messages.DisplayText;
import dev.callsheet.spec.analysis.ModeMatrix;
import dev.callsheet.spec.analysis.Presence;
import dev.callsheet.spec.logic.ParameterPath;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A table of how each mode restricts each parameter: a row per parameter, a column per mode. */
record ModeTable(ModeMatrix modes) {
  private static final String GAP = "  ";

  void write(Appendable out) throws IOException {
    List<List<String>> rows = rows();
    List<Integer> widths = new ArrayList<>();
    for (int column = 0; column < rows.get(0).size(); column++) {
      int index = column;
      widths.add(rows.stream().mapToInt(row -> row.get(index).length()).max().orElse(0));
    }
    for (List<String> row : rows) {
      StringBuilder line = new StringBuilder(GAP);
      for (int column = 0; column < row.size(); column++) {
        String cell = row.get(column);
        line.append(cell).append(" ".repeat(widths.get(column) - cell.length())).append(GAP);
      }
      out.append(line.toString().stripTrailing()).append('\n');
    }
  }

  private List<List<String>> rows() {
    Collection<Map<ParameterPath, Presence>> columns = modes.byMode().values();
    List<List<String>> rows = new ArrayList<>();
    List<String> head = new ArrayList<>(List.of("PARAMETER"));
    modes.byMode().keySet().forEach(mode -> head.add(DisplayText.line(mode)));
    rows.add(head);
    for (ParameterPath path : columns.iterator().next().keySet()) {
      List<String> row = new ArrayList<>(List.of(DisplayText.line(path.toString())));
      columns.forEach(column -> row.add(word(column.get(path))));
      rows.add(row);
    }
    return rows;
  }

  private static String word(@Nullable Presence presence) {
    return presence == null ? "" : presence.id();
  }
}
