package dev.callsheet.generator.site;

import dev.callsheet.generator.page.ModelPage;
import dev.callsheet.generator.page.ParameterEntry;
import dev.callsheet.spec.analysis.ModeMatrix;
import dev.callsheet.spec.analysis.Presence;
import dev.callsheet.spec.logic.ParameterPath;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What each mode requires, allows and forbids.
 *
 * @param modes the names of the columns
 * @param rows parameters of which some mode requires or forbids one
 * @param alwaysOptional the others
 */
record ModeTable(List<String> modes, List<Row> rows, List<Row> alwaysOptional) {
  boolean hasOptional() {
    return !alwaysOptional.isEmpty();
  }

  /** A parameter and its cells, one for each mode. */
  record Row(String path, String anchor, List<Cell> cells) {}

  /** What a mode makes of a parameter. */
  record Cell(String mode, Presence presence) {
    /** The word for it. */
    String word() {
      return presence.id();
    }

    boolean isOptional() {
      return presence == Presence.OPTIONAL;
    }
  }

  /** The table for the parameters of a page; empty for a model without modes. */
  static ModeTable of(ModelPage page, @Nullable ModeMatrix matrix) {
    List<Row> rows = new ArrayList<>();
    List<Row> optional = new ArrayList<>();
    if (matrix == null) {
      return new ModeTable(List.of(), rows, optional);
    }
    Set<ParameterPath> seen = new HashSet<>();
    for (ParameterEntry entry : page.requestParameters().toList()) {
      List<Cell> cells = cells(matrix.byMode(), entry.path());
      if (!cells.isEmpty() && seen.add(entry.path())) {
        Row row = new Row(entry.path().toString(), entry.anchor(), cells);
        (cells.stream().allMatch(Cell::isOptional) ? optional : rows).add(row);
      }
    }
    return new ModeTable(List.copyOf(matrix.byMode().keySet()), rows, optional);
  }

  /** The cells of a parameter, in the order of the modes; empty where nothing is known of it. */
  static List<Cell> cells(Map<String, Map<ParameterPath, Presence>> byMode, ParameterPath path) {
    return byMode.entrySet().stream()
        .flatMap(
            mode ->
                Stream.ofNullable(mode.getValue().get(path))
                    .map(presence -> new Cell(mode.getKey(), presence)))
        .toList();
  }
}
