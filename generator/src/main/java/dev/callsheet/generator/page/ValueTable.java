package dev.callsheet.generator.page;

import dev.callsheet.spec.logic.ParameterPath;
import java.util.List;

/**
 * Combinations of values, such as sizes.
 *
 * @param rule the id of the rule that lists them
 * @param parameters whose values are combined
 * @param exhaustive whether no other combinations are allowed
 * @param rows in the order of the spec
 */
public record ValueTable(
    String rule, List<ParameterPath> parameters, boolean exhaustive, List<Row> rows) {
  /** Copies the lists, so that a table never changes. */
  public ValueTable {
    parameters = List.copyOf(parameters);
    rows = List.copyOf(rows);
  }

  /**
   * A combination.
   *
   * @param label may be empty
   * @param values as in JSON, strings without quotes, one for each parameter
   * @param consequence what other parameters may be then; empty where nothing is said of them
   */
  public record Row(String label, List<String> values, Prose consequence) {}

  /** Whether the combinations decide what other parameters may be. */
  public boolean hasConsequences() {
    return rows.stream().anyMatch(row -> !row.consequence().isEmpty());
  }
}
