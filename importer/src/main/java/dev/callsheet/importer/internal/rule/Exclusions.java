package dev.callsheet.importer.internal.rule;

import dev.callsheet.importer.internal.condition.Condition;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Recognises the pairs of a set of which no two may hold, written out one by one. */
final class Exclusions {
  private Exclusions() {}

  /** The set; empty when the conditions are not all pairs of one. */
  static Optional<List<Condition>> commonSet(List<Condition> pairs) {
    Set<Condition> members = new LinkedHashSet<>();
    Set<Set<Condition>> seen = new HashSet<>();
    for (Condition each : pairs) {
      if (!(each instanceof Condition.All all) || all.parts().size() != 2) {
        return Optional.empty();
      }
      members.addAll(all.parts());
      seen.add(Set.copyOf(all.parts()));
    }
    int size = members.size();
    return size > 2 && seen.size() == size * (size - 1) / 2
        ? Optional.of(new ArrayList<>(members))
        : Optional.empty();
  }
}
