package dev.callsheet.importer;

import dev.callsheet.spec.diff.ChangeKind;
import dev.callsheet.spec.diff.SpecChange;
import dev.callsheet.spec.diff.SpecChanges;
import dev.callsheet.spec.diff.SpecDiff;
import dev.callsheet.spec.model.ModelSpec;
import dev.callsheet.spec.model.RuleInterpretation;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Where a published file does not say any more what a spec says.
 *
 * @param changes from the spec to the file; requests show them
 * @param edits how many more differences there are that the spec's author made on purpose
 */
public record SourceDrift(SpecChanges changes, int edits) {
  /** What published files do not say: modes by names, warnings, and prices in a form of ours. */
  private static final Set<ChangeKind> AUTHORS_OWN =
      EnumSet.of(
          ChangeKind.MODE_ADDED,
          ChangeKind.MODE_REMOVED,
          ChangeKind.MODE_CHANGED,
          ChangeKind.WARNING_ADDED,
          ChangeKind.PRICES_ADDED,
          ChangeKind.PRICES_REMOVED);

  /** Whether the file says what the spec says, apart from what the author changed. */
  public boolean isNone() {
    return changes.changes().isEmpty();
  }

  /**
   * Compares a spec with what is published, by the published form of rules where the spec enforces
   * another one.
   *
   * @param imported what the published file is imported as now
   * @param base what it was imported as when the spec was made: what differs from that already is
   *     the author's; null where that is not known, and everything counts
   */
  public static SourceDrift between(ModelSpec spec, ModelSpec imported, @Nullable ModelSpec base) {
    Set<List<Object>> known = new HashSet<>();
    if (base != null) {
      differences(spec, base).changes().forEach(change -> known.add(key(change)));
    }
    SpecChanges all = differences(spec, imported);
    List<SpecChange> drift =
        all.changes().stream()
            .filter(change -> !AUTHORS_OWN.contains(change.kind()))
            .filter(change -> !known.contains(key(change)))
            .toList();
    return new SourceDrift(
        new SpecChanges(all.model(), drift, false),
        Math.toIntExact(
            all.changes().stream().filter(change -> known.contains(key(change))).count()));
  }

  private static SpecChanges differences(ModelSpec spec, ModelSpec published) {
    return SpecDiff.between(spec, published, RuleInterpretation.DOCUMENTED);
  }

  private static List<Object> key(SpecChange change) {
    return List.of(change.kind(), change.subject(), change.message());
  }
}
