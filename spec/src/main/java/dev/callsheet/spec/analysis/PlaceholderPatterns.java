package dev.callsheet.spec.analysis;

import dev.callsheet.spec.logic.Formula;
import java.util.List;

/** The patterns of placeholders in formulas, such as {@code <<<element_(\d+)>>>}. */
final class PlaceholderPatterns {
  private PlaceholderPatterns() {}

  /** The patterns that a formula looks for in texts, wherever in it they stand. */
  static List<String> of(Formula formula) {
    return formula
        .atoms()
        .filter(Formula.PlaceholdersWithin.class::isInstance)
        .map(atom -> ((Formula.PlaceholdersWithin) atom).pattern())
        .distinct()
        .toList();
  }
}
