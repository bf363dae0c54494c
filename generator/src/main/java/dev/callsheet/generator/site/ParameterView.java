package dev.callsheet.generator.site;

import dev.callsheet.generator.page.ParameterEntry;
import dev.callsheet.generator.page.RuleEntry;
import java.util.List;

/**
 * A parameter as its template reads it.
 *
 * @param rules those that speak of it
 * @param modes what each mode makes of it; empty where all make of it what it says itself
 */
record ParameterView(
    ParameterEntry entry,
    List<RuleEntry> rules,
    List<ModeTable.Cell> modes,
    List<FormView> forms,
    List<ParameterView> members) {
  boolean hasValues() {
    return !entry.values().isEmpty();
  }

  boolean hasMediaLimits() {
    return !entry.mediaLimits().isEmpty();
  }

  boolean hasModes() {
    return !modes.isEmpty();
  }

  boolean hasRules() {
    return !rules.isEmpty();
  }

  /** One of the shapes of a value. */
  record FormView(ParameterEntry.Form form, List<FormView> forms, List<ParameterView> members) {
    boolean hasValues() {
      return !form.values().isEmpty();
    }
  }
}
