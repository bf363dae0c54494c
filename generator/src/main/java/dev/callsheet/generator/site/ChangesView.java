package dev.callsheet.generator.site;

import dev.callsheet.generator.page.JsonText;
import dev.callsheet.generator.page.Prose;
import dev.callsheet.spec.diff.SpecChange;
import dev.callsheet.spec.diff.SpecChanges;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * What changed for callers of a model.
 *
 * @param since the version that it is compared with
 * @param step which part of a semantic version goes up
 * @param isReworded whether words for people differ
 * @param entries breaking ones first
 */
record ChangesView(String since, String step, boolean isReworded, List<Entry> entries) {
  static ChangesView of(String since, SpecChanges changes) {
    return new ChangesView(
        since,
        changes.step().id(),
        changes.isReworded(),
        changes.changes().stream().map(Entry::of).toList());
  }

  boolean hasEntries() {
    return !entries.isEmpty();
  }

  /**
   * A change.
   *
   * @param openReason why it is not known whether anything changes; null where it is known
   * @param shown what {@code request} shows
   * @param request null where no request shows the change
   */
  record Entry(
      boolean isBreaking,
      Prose message,
      @Nullable String openReason,
      String shown,
      @Nullable String request) {
    static Entry of(SpecChange change) {
      JsonNode witness = change.witness();
      return new Entry(
          change.isBreaking(),
          Prose.of(change.message()),
          change.isCertain() ? null : change.openReason(),
          change.witnessTitle(),
          witness == null ? null : JsonText.pretty(witness));
    }
  }
}
