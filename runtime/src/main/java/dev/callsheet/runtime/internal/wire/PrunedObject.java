package dev.callsheet.runtime.internal.wire;

import dev.callsheet.runtime.JsonPointer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException.Reference;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * A JSON object from which values are removed, and which remembers where the rest stood: removing
 * an element of a list moves those behind it.
 */
final class PrunedObject {
  private final ObjectNode json;
  private final int maxRemovalsInField;
  private final Map<String, Integer> removalsInField = new HashMap<>();
  private final IdentityHashMap<ArrayNode, List<Integer>> originalIndexes = new IdentityHashMap<>();

  /**
   * @param json changes
   * @param maxRemovalsInField after so many removals within one field the whole field is removed
   */
  PrunedObject(ObjectNode json, int maxRemovalsInField) {
    this.json = json;
    this.maxRemovalsInField = maxRemovalsInField;
  }

  ObjectNode json() {
    return json;
  }

  /**
   * Removes the value at a place, or the innermost one around it that is there.
   *
   * @return where it stood before anything was removed; empty if there is nothing to remove
   */
  Optional<JsonPointer> remove(List<Reference> place) {
    if (place.isEmpty() || child(json, place.get(0)) == null) {
      return Optional.empty();
    }
    JsonNode parent = json;
    var last = place.get(0);
    var pointer = JsonPointer.ROOT.child(last.getPropertyName());
    for (var step : place.subList(1, depth(place))) {
      var inner = child(parent, last);
      if (inner == null || child(inner, step) == null) {
        break;
      }
      pointer = child(pointer, inner, step);
      parent = inner;
      last = step;
    }
    removeChild(parent, last);
    return Optional.of(pointer);
  }

  /** How many steps of a place are gone: one, where there have been too many in this field. */
  private int depth(List<Reference> place) {
    var removals = removalsInField.merge(place.get(0).getPropertyName(), 1, Integer::sum);
    return removals > maxRemovalsInField ? 1 : place.size();
  }

  private static @Nullable JsonNode child(JsonNode parent, Reference step) {
    var name = step.getPropertyName();
    return name == null ? parent.get(step.getIndex()) : parent.get(name);
  }

  private JsonPointer child(JsonPointer pointer, JsonNode parent, Reference step) {
    var name = step.getPropertyName();
    if (name != null) {
      return pointer.child(name);
    }
    var indexes = originalIndexes.get(parent);
    return pointer.child(indexes == null ? step.getIndex() : indexes.get(step.getIndex()));
  }

  private void removeChild(JsonNode parent, Reference step) {
    if (parent instanceof ArrayNode array) {
      originalIndexes
          .computeIfAbsent(array, PrunedObject::indexes)
          .remove(step.getIndex()); // by position
      array.remove(step.getIndex());
    } else if (parent instanceof ObjectNode object) {
      object.remove(step.getPropertyName());
    }
  }

  private static List<Integer> indexes(ArrayNode array) {
    return new ArrayList<>(IntStream.range(0, array.size()).boxed().toList());
  }
}
