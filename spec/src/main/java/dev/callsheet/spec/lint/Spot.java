package dev.callsheet.spec.lint;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Where a value stands in a text, and where those inside it do.
 *
 * @param key the offset of the key it stands under; its own offset where there is none
 * @param value its own offset
 * @param members by their names; empty when it is no object
 * @param items in order; empty when it is no list
 */
record Spot(int key, int value, Map<String, Spot> members, List<Spot> items) {

  /** A value with nothing inside. */
  static Spot of(int key, int value) {
    return new Spot(key, value, Map.of(), List.of());
  }

  /** The spot that a JSON pointer leads to from here; this one where it leads nowhere. */
  Spot at(String pointer) {
    Spot spot = this;
    for (String step : pointer.isEmpty() ? new String[0] : pointer.substring(1).split("/", -1)) {
      Spot next = spot.step(step.replace("~1", "/").replace("~0", "~"));
      if (next == null) {
        return spot;
      }
      spot = next;
    }
    return spot;
  }

  private @Nullable Spot step(String step) {
    return items.isEmpty() ? members.get(step) : items.get(Integer.parseInt(step));
  }
}
