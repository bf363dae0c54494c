package dev.callsheet.importer.internal.spec;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * What has to be said of an object beside what fragments say of it: keywords that differ, members
 * of its own, and what is to be left out. Where a fragment constrains more than is published, the
 * member is left out and described anew; what only documents is kept.
 */
final class ShapeDifference {
  /** Keywords that say something to people, or more exactly what is published loosely. */
  private static final Set<String> DOCUMENTING =
      Set.of(
          "title",
          "description",
          "default",
          "section",
          "unit",
          "pairedWith",
          "links",
          "javaName",
          "media",
          "measured",
          "documented",
          "note");

  private static final Set<String> VALUES = Set.of("const", "enum", "oneOf");
  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

  private final ObjectNode definitions;
  private final boolean trustsShared;
  private final List<String> leftOut = new ArrayList<>();

  /**
   * A comparison.
   *
   * @param definitions shapes that can be referred to
   * @param trustsShared whether what fragments say beyond what is published is taken as it is
   */
  ShapeDifference(ObjectNode definitions, boolean trustsShared) {
    this.definitions = definitions;
    this.trustsShared = trustsShared;
  }

  /** The paths of the members to leave out of what is shared. */
  List<String> leftOut() {
    return leftOut;
  }

  /** What to say of the members of an object. */
  ObjectNode members(ObjectNode own, ObjectNode shared) {
    return members(own, shared, "");
  }

  private ObjectNode members(ObjectNode own, ObjectNode shared, String prefix) {
    ObjectNode difference = NODES.objectNode();
    JsonNode sharedMembers = shared.path("properties");
    for (var member : own.path("properties").properties()) {
      String path = prefix + member.getKey();
      ObjectNode published = (ObjectNode) member.getValue();
      if (!(sharedMembers.path(member.getKey()) instanceof ObjectNode known)) {
        difference.set(member.getKey(), referring(published));
        continue;
      }
      int before = leftOut.size();
      Optional<ObjectNode> said = shape(published, known, path);
      if (said.isEmpty()) {
        leftOut.subList(before, leftOut.size()).clear();
        leftOut.add(path);
        difference.set(member.getKey(), documentedAs(known, published));
      } else if (!said.get().isEmpty()) {
        difference.set(member.getKey(), said.get());
      }
    }
    for (String name : sharedMembers.propertyNames()) {
      if (!own.path("properties").has(name)) {
        leftOut.add(prefix + name);
      }
    }
    return difference;
  }

  /** A shape of its own that keeps what a fragment documents. */
  private static ObjectNode documentedAs(ObjectNode shared, ObjectNode published) {
    ObjectNode shape = published.deepCopy();
    for (String keyword : List.of("section", "unit", "description")) {
      if (shared.has(keyword) && !shape.has(keyword)) {
        shape.set(keyword, shared.get(keyword));
      }
    }
    return shape;
  }

  /** What differs; empty when the shared shape cannot be made the own one by overriding. */
  private Optional<ObjectNode> shape(ObjectNode own, ObjectNode shared, String path) {
    ObjectNode difference = NODES.objectNode();
    if (shared.has("type") && own.has("type") && !shared.get("type").equals(own.get("type"))) {
      return Optional.empty();
    }
    for (String keyword : shared.propertyNames()) {
      boolean isMissing = !own.has(keyword) && !VALUES.contains(keyword);
      if (isMissing && !trustsShared && !DOCUMENTING.contains(keyword) && !keyword.equals("type")) {
        return Optional.empty();
      }
    }
    if (!values(own, shared, difference)) {
      return Optional.empty();
    }
    for (String keyword : own.propertyNames()) {
      if (VALUES.contains(keyword)) {
        continue;
      }
      JsonNode value = own.get(keyword);
      JsonNode known = shared.path(keyword);
      switch (keyword) {
        case "properties" -> {
          ObjectNode inner = members(own, shared, path + ".");
          if (!inner.isEmpty()) {
            difference.set(keyword, inner);
          }
        }
        case "required" -> {
          ArrayNode missing = NODES.arrayNode();
          value.valueStream().filter(name -> !contains(known, name)).forEach(missing::add);
          if (!missing.isEmpty()) {
            difference.set(keyword, missing);
          }
        }
        default -> {
          boolean isSame = stripped(known).equals(stripped(value)) || isMoreExact(keyword, known);
          if (!isSame) {
            difference.set(keyword, value);
          }
        }
      }
    }
    boolean needsMore =
        shared.path("required").valueStream().anyMatch(n -> !contains(own.path("required"), n));
    return needsMore ? Optional.empty() : Optional.of(difference);
  }

  /** Fragments know that UUIDs are of version 4. */
  private static boolean isMoreExact(String keyword, JsonNode known) {
    return keyword.equals("format") && known.asString("").equals("uuid4");
  }

  /** Compares what values are listed; false when the own list cannot override the shared one. */
  private boolean values(ObjectNode own, ObjectNode shared, ObjectNode difference) {
    Optional<Set<JsonNode>> mine = listed(own);
    Optional<Set<JsonNode>> theirs = listed(shared);
    if (own.has("oneOf") && mine.isEmpty()) {
      return stripped(own.get("oneOf")).equals(stripped(shared.path("oneOf")));
    }
    if (mine.isEmpty()) {
      return trustsShared || (theirs.isEmpty() && !shared.has("oneOf"));
    }
    if (mine.equals(theirs)) {
      return true;
    }
    if (shared.has("oneOf") || shared.has("const")) {
      boolean isNarrower = theirs.isPresent() && theirs.get().containsAll(mine.get());
      if (!isNarrower || shared.has("const")) {
        return false;
      }
    }
    for (String keyword : List.of("const", "enum")) {
      if (own.has(keyword)) {
        difference.set(keyword, own.get(keyword));
      }
    }
    return true;
  }

  /** The values that a shape lists; empty when it lists none. */
  private static Optional<Set<JsonNode>> listed(ObjectNode shape) {
    Set<JsonNode> values = new HashSet<>();
    if (shape.has("const")) {
      values.add(shape.get("const"));
    } else if (shape.has("enum")) {
      shape.get("enum").forEach(values::add);
    } else if (shape.path("oneOf").isArray()) {
      for (JsonNode each : shape.get("oneOf")) {
        boolean isConstant = each.has("const") && !each.has("title");
        if (!isConstant) {
          return Optional.empty();
        }
        values.add(each.get("const"));
      }
    }
    return values.isEmpty() ? Optional.empty() : Optional.of(values);
  }

  private static boolean contains(JsonNode list, JsonNode value) {
    return list.valueStream().anyMatch(value::equals);
  }

  /** A reference, where a shape is one that is described already. */
  private ObjectNode referring(ObjectNode shape) {
    ObjectNode bare = shape.deepCopy();
    bare.remove("default");
    for (var definition : definitions.properties()) {
      if (stripped(definition.getValue()).equals(stripped(bare))) {
        ObjectNode reference = NODES.objectNode();
        reference.put("$ref", "#/$defs/" + definition.getKey());
        if (shape.has("default")) {
          reference.set("default", shape.get("default"));
        }
        return reference;
      }
    }
    ObjectNode copy = shape.deepCopy();
    if (copy.get("properties") instanceof ObjectNode members) {
      for (var member : shape.get("properties").properties()) {
        members.set(member.getKey(), referring((ObjectNode) member.getValue()));
      }
    }
    return copy;
  }

  /** A shape or a part of one, without what only documents. */
  private static JsonNode stripped(JsonNode node) {
    if (node instanceof ArrayNode list) {
      ArrayNode bare = NODES.arrayNode();
      list.forEach(item -> bare.add(stripped(item)));
      return bare;
    }
    if (!(node instanceof ObjectNode object)) {
      return node;
    }
    ObjectNode bare = NODES.objectNode();
    Set<String> kept = new LinkedHashSet<>(object.propertyNames());
    kept.removeAll(DOCUMENTING);
    kept.forEach(keyword -> bare.set(keyword, stripped(object.get(keyword))));
    return bare;
  }
}
