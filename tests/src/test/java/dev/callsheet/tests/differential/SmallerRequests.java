package dev.callsheet.tests.differential;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Makes a request as small as it can be and still be as somebody wants it: members and items go,
 * one after the other, as long as any can. Quadratic in the size of the request, which is small.
 */
public final class SmallerRequests {
  private SmallerRequests() {}

  /** The smallest request that is found from one that fulfils a condition. */
  public static JsonNode smallest(JsonNode request, Predicate<JsonNode> condition) {
    JsonNode smallest = request;
    boolean isSmaller = true;
    while (isSmaller) {
      isSmaller = false;
      for (JsonNode candidate : candidates(smallest)) {
        if (condition.test(candidate)) {
          smallest = candidate;
          isSmaller = true;
          break;
        }
      }
    }
    return smallest;
  }

  /** The same request without one of its members or items, wherever that is. */
  private static List<JsonNode> candidates(JsonNode value) {
    List<JsonNode> smaller = new ArrayList<>();
    if (value instanceof ObjectNode object) {
      for (String name : List.copyOf(object.propertyNames())) {
        smaller.add(object.deepCopy().without(name));
        for (JsonNode inner : candidates(object.get(name))) {
          smaller.add(object.deepCopy().set(name, inner));
        }
      }
    } else if (value instanceof ArrayNode list) {
      for (int i = 0; i < list.size(); i++) {
        ArrayNode without = list.deepCopy();
        without.remove(i);
        smaller.add(without);
        for (JsonNode inner : candidates(list.get(i))) {
          ArrayNode with = list.deepCopy();
          with.set(i, inner);
          smaller.add(with);
        }
      }
    }
    return smaller;
  }
}
