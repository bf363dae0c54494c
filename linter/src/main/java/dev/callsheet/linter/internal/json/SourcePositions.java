package dev.callsheet.linter.internal.json;

import dev.callsheet.runtime.JsonPointer;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Where a value stands in a text, and where those inside it do.
 *
 * @param keyOffset the offset of the key it stands under; its own offset where there is none
 * @param valueOffset its own offset
 * @param members by their names; empty when it is no object
 * @param items in order; empty when it is no list
 */
public record SourcePositions(
    int keyOffset,
    int valueOffset,
    Map<String, SourcePositions> members,
    List<SourcePositions> items) {

  /** A value with nothing inside. */
  static SourcePositions ofScalar(int key, int value) {
    return new SourcePositions(key, value, Map.of(), List.of());
  }

  /** The spot that a JSON pointer leads to from here; this one where it leads nowhere. */
  public SourcePositions resolve(String pointer) {
    SourcePositions spot = this;
    for (String step : JsonPointer.parse(pointer).steps()) {
      SourcePositions next = spot.child(step);
      if (next == null) {
        return spot;
      }
      spot = next;
    }
    return spot;
  }

  private @Nullable SourcePositions child(String step) {
    return items.isEmpty() ? members.get(step) : items.get(Integer.parseInt(step));
  }
}
