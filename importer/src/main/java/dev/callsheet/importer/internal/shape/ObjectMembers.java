package dev.callsheet.importer.internal.shape;

import dev.callsheet.importer.internal.schema.SchemaNode;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The members that a published schema describes of an object: its own and, unless it allows no
 * others beside these, those that the parts of its {@code allOf} describe.
 *
 * @param members by their names, in the order in which they are shown
 * @param required the names of those that are always there, and of others that are not described
 */
record ObjectMembers(Map<String, SchemaNode> members, Set<String> required) {
  /** Those of a value that is no object. */
  static final ObjectMembers NONE = new ObjectMembers(Map.of(), Set.of());

  private static final int MAX_DEPTH = 12;

  static ObjectMembers of(SchemaNode schema) {
    Map<String, SchemaNode> members = new LinkedHashMap<>(PublishedOrder.members(schema));
    Set<String> required = new LinkedHashSet<>(schema.texts("required"));
    if (members.isEmpty() || !isClosed(schema)) {
      inherit(schema, members, required, 0);
    }
    return new ObjectMembers(members, required);
  }

  /** Whether a schema allows no other members than those beside it. */
  static boolean isClosed(SchemaNode schema) {
    return schema
        .get("additionalProperties")
        .or(() -> schema.get("unevaluatedProperties"))
        .map(value -> value.value().isBoolean() && !value.value().booleanValue())
        .orElse(false);
  }

  /** Takes over the members that the parts of an {@code allOf} describe beyond those known. */
  private static void inherit(
      SchemaNode schema, Map<String, SchemaNode> members, Set<String> required, int depth) {
    for (SchemaNode part : schema.items("allOf")) {
      if (mayDescribe(part) && depth < MAX_DEPTH) {
        part.members("properties").forEach(members::putIfAbsent);
        required.addAll(part.texts("required"));
        inherit(part, members, required, depth + 1);
      }
    }
  }

  /** Whether a part of an {@code allOf} may describe members, and not only what holds of them. */
  private static boolean mayDescribe(SchemaNode part) {
    return part.isObject()
        && (part.has("properties") || part.has("allOf"))
        && !part.has("if")
        && !part.has("not");
  }

  /** Whether all that a part of an {@code allOf} describes are members of the object. */
  boolean describes(SchemaNode part) {
    return mayDescribe(part)
        && part.members("properties").entrySet().stream()
            .allMatch(each -> isMember(each.getKey(), each.getValue()));
  }

  private boolean isMember(String name, SchemaNode described) {
    @Nullable SchemaNode member = members.get(name);
    return member != null && member.location().equals(described.location());
  }
}
