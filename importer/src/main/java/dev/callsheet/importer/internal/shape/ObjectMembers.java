package dev.callsheet.importer.internal.shape;

import dev.callsheet.importer.internal.condition.FragmentTranslator;
import dev.callsheet.importer.internal.schema.SchemaNode;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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

  /** The keyword about members that no part of the schema beside it describes. */
  static final String UNEVALUATED = "unevaluatedProperties";

  /** The keyword about members that are not described beside it. */
  static final String ADDITIONAL = "additionalProperties";

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
        .get(ADDITIONAL)
        .or(() -> schema.get(UNEVALUATED))
        .map(value -> value.value().isBoolean() && !value.value().booleanValue())
        .orElse(false);
  }

  /**
   * Whether a schema, or a part of it that describes members, allows none that are not described.
   */
  static boolean isClosedWithParts(SchemaNode schema) {
    return isClosedWithParts(schema, 0);
  }

  private static boolean isClosedWithParts(SchemaNode schema, int depth) {
    return isClosed(schema)
        || (depth < MAX_DEPTH
            && schema.items("allOf").stream()
                .anyMatch(part -> mayDescribe(part) && isClosedWithParts(part, depth + 1)));
  }

  /**
   * The members that a keyword of the object's schema, or of a part of it, is about, although they
   * are described elsewhere: {@code additionalProperties} and {@code unevaluatedProperties} look at
   * what stands beside them alone.
   */
  Set<String> boundBy(SchemaNode part, String keyword) {
    if (part.get(keyword).filter(ObjectMembers::isRestriction).isEmpty()) {
      return Set.of();
    }
    Set<String> bound = new LinkedHashSet<>(members.keySet());
    bound.removeAll(
        keyword.equals(UNEVALUATED) ? described(part, 0) : names(part.get("properties")));
    return bound;
  }

  /** Whether a schema is another than one that allows everything. */
  private static boolean isRestriction(SchemaNode schema) {
    return schema.value().isBoolean()
        ? !schema.value().booleanValue()
        : !schema.names().stream().allMatch(FragmentTranslator::isAnnotation);
  }

  /** The names of the members that a schema describes, those in its parts as well. */
  private static Set<String> described(SchemaNode schema, int depth) {
    Set<String> all = new LinkedHashSet<>(names(schema.get("properties")));
    if (depth < MAX_DEPTH) {
      for (String parts : List.of("allOf", "anyOf", "oneOf")) {
        schema.items(parts).forEach(part -> all.addAll(described(part, depth + 1)));
      }
      for (String part : List.of("if", "then", "else")) {
        schema.get(part).ifPresent(inner -> all.addAll(described(inner, depth + 1)));
      }
    }
    return all;
  }

  private static Set<String> names(Optional<SchemaNode> object) {
    return object.map(SchemaNode::names).orElse(Set.of());
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
