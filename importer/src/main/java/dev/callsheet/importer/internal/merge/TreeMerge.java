package dev.callsheet.importer.internal.merge;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Merges two specs that were made from a third one: what an author made of an import, and what the
 * source is imported as now. What only one of the two changed is taken from it; where both changed
 * the same, and differently, the author's is kept and the place is listed.
 *
 * <p>Objects are merged key by key, lists of objects by what their items are called ({@code id},
 * {@code label}, ...), lists of other values as sets. The author's order is kept.
 */
public final class TreeMerge {
  private static final List<String> NAMES = List.of("id", "label", "each", "title", "const");
  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

  private final List<String> conflicts = new ArrayList<>();

  /** The places that both changed, as paths such as {@code parameters.width.maximum}. */
  public List<String> conflicts() {
    return List.copyOf(conflicts);
  }

  /**
   * The merged spec.
   *
   * @param base what the source was imported as
   * @param author what the author made of it
   * @param source what the source is imported as now
   */
  public ObjectNode merge(ObjectNode base, ObjectNode author, ObjectNode source) {
    return mergeObjects("", base, author, source);
  }

  private @Nullable JsonNode merge(
      String path, @Nullable JsonNode base, @Nullable JsonNode author, @Nullable JsonNode source) {
    if (Objects.equals(author, source) || Objects.equals(base, source)) {
      return author;
    }
    if (Objects.equals(base, author)) {
      return source;
    }
    if (author instanceof ObjectNode mine && source instanceof ObjectNode theirs) {
      ObjectNode both = base instanceof ObjectNode object ? object : NODES.objectNode();
      return mergeObjects(path, both, mine, theirs);
    }
    if (author instanceof ArrayNode mine && source instanceof ArrayNode theirs) {
      ArrayNode both = base instanceof ArrayNode list ? list : NODES.arrayNode();
      return mergeLists(path, both, mine, theirs);
    }
    conflicts.add(path);
    return author;
  }

  private ObjectNode mergeObjects(
      String path, ObjectNode base, ObjectNode author, ObjectNode source) {
    ObjectNode merged = NODES.objectNode();
    for (String key : orderedKeys(members(author).keySet(), members(source).keySet())) {
      String inside = path.isEmpty() ? key : path + "." + key;
      JsonNode value = merge(inside, base.get(key), author.get(key), source.get(key));
      if (value != null) {
        merged.set(key, value);
      }
    }
    return merged;
  }

  private JsonNode mergeLists(String path, ArrayNode base, ArrayNode author, ArrayNode source) {
    Optional<Map<String, JsonNode>> before = named(base);
    Optional<Map<String, JsonNode>> mine = named(author);
    Optional<Map<String, JsonNode>> theirs = named(source);
    if (before.isEmpty() || mine.isEmpty() || theirs.isEmpty()) {
      conflicts.add(path);
      return author;
    }
    ArrayNode merged = NODES.arrayNode();
    for (String name : orderedKeys(mine.get().keySet(), theirs.get().keySet())) {
      JsonNode value =
          merge(
              path + "[" + name + "]",
              before.get().get(name),
              mine.get().get(name),
              theirs.get().get(name));
      if (value != null) {
        merged.add(value);
      }
    }
    return merged;
  }

  /** The author's keys in their order, and each of the source's others after the one before it. */
  private static List<String> orderedKeys(Set<String> author, Set<String> source) {
    List<String> ordered = new ArrayList<>(author);
    String before = null;
    for (String key : source) {
      if (!author.contains(key)) {
        ordered.add(before == null ? 0 : ordered.indexOf(before) + 1, key);
      }
      before = key;
    }
    return new ArrayList<>(new LinkedHashSet<>(ordered));
  }

  private static Map<String, JsonNode> members(ObjectNode object) {
    return object.properties().stream()
        .collect(
            Collectors.toMap(
                Map.Entry::getKey, Map.Entry::getValue, (a, b) -> a, LinkedHashMap::new));
  }

  /** The items by what they are called; empty where two are called the same, or one is nothing. */
  private static Optional<Map<String, JsonNode>> named(ArrayNode list) {
    Map<String, JsonNode> named = new LinkedHashMap<>();
    for (JsonNode item : list) {
      Optional<String> name = name(item);
      if (name.isEmpty() || named.putIfAbsent(name.get(), item) != null) {
        return Optional.empty();
      }
    }
    return Optional.of(named);
  }

  private static Optional<String> name(JsonNode item) {
    if (!item.isContainer()) {
      return Optional.of(item.toString());
    }
    return NAMES.stream()
        .filter(item::has)
        .findFirst()
        .map(key -> key + ": " + item.get(key).toString());
  }
}
