package dev.callsheet.importer.internal.condition;

import dev.callsheet.importer.internal.schema.SchemaNode;
import dev.callsheet.runtime.support.Regex;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Translates a schema of one value into a fragment of the spec language, which has the same
 * keywords without alternatives: all that it says holds together.
 */
public final class FragmentTranslator {
  /** Keywords that constrain a value and mean the same in a fragment. */
  static final Set<String> SAME =
      Set.of(
          "const",
          "enum",
          "minimum",
          "maximum",
          "exclusiveMinimum",
          "exclusiveMaximum",
          "multipleOf",
          "minLength",
          "maxLength",
          "minItems",
          "maxItems",
          "uniqueItems");

  /** Keywords that say something to people or tools, and nothing of values. */
  private static final Set<String> ANNOTATIONS =
      Set.of(
          "title",
          "description",
          "default",
          "example",
          "examples",
          "deprecated",
          "readOnly",
          "writeOnly",
          "externalDocs",
          "discriminator");

  private static final Set<String> FORMATS = Set.of("uuid", "uuid4", "uri", "date-time");

  /** Formats that say how a number is stored or a text is shown, and nothing of values. */
  private static final Set<String> FORMAT_ANNOTATIONS =
      Set.of("int32", "int64", "uint8", "uint32", "float", "double", "password", "textarea");

  private static final int MAX_DEPTH = 16;
  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

  private FragmentTranslator() {}

  /** Whether a keyword says nothing of values. */
  public static boolean isAnnotation(String keyword) {
    boolean isIdentifier = keyword.startsWith("$") && !keyword.endsWith("Ref");
    return ANNOTATIONS.contains(keyword) || keyword.startsWith("x-") || isIdentifier;
  }

  /** The fragment; empty, without keywords, for what allows everything. */
  public static ObjectNode translate(SchemaNode schema) throws UnliftableException {
    return fragment(schema, 0);
  }

  /** The fragment of one keyword alone. */
  static ObjectNode translate(SchemaNode schema, String keyword) throws UnliftableException {
    ObjectNode fragment = NODES.objectNode();
    translate(keyword, schema, fragment, 0);
    return fragment;
  }

  private static ObjectNode fragment(SchemaNode schema, int depth) throws UnliftableException {
    if (depth > MAX_DEPTH) {
      throw new UnliftableException(schema.location(), "it is nested too deep");
    }
    ObjectNode fragment = NODES.objectNode();
    if (schema.value().isBoolean()) {
      if (!schema.value().booleanValue()) {
        throw new UnliftableException(schema.location(), "a schema that nothing matches");
      }
      return fragment;
    }
    for (String keyword : schema.names()) {
      if (!isAnnotation(keyword)) {
        translate(keyword, schema, fragment, depth);
      }
    }
    return fragment;
  }

  private static void translate(String keyword, SchemaNode schema, ObjectNode fragment, int depth)
      throws UnliftableException {
    SchemaNode value = schema.get(keyword).orElseThrow();
    if (SAME.contains(keyword)) {
      put(fragment, keyword, value.value(), value);
      return;
    }
    switch (keyword) {
      case "type" -> putType(fragment, value);
      case "format" -> put(fragment, keyword, format(value), value);
      case "pattern" -> put(fragment, keyword, pattern(value), value);
      case "required" -> put(fragment, keyword, value.value(), value);
      case "contains", "items", "not" ->
          put(fragment, keyword, notEmpty(fragment(value, depth + 1), value), value);
      case "properties" -> putMembers(fragment, schema, depth);
      case "allOf" -> {
        for (SchemaNode part : value.items()) {
          for (var entry : fragment(part, depth + 1).properties()) {
            put(fragment, entry.getKey(), entry.getValue(), part);
          }
        }
      }
      case "additionalProperties" -> {
        if (!value.value().isBoolean() || !value.value().booleanValue()) {
          throw unliftable(keyword, value);
        }
      }
      default -> throw unliftable(keyword, value);
    }
  }

  private static void putMembers(ObjectNode fragment, SchemaNode schema, int depth)
      throws UnliftableException {
    ObjectNode members = NODES.objectNode();
    for (var member : schema.members("properties").entrySet()) {
      SchemaNode value = member.getValue();
      if (value.value().isBoolean() && !value.value().booleanValue()) {
        ObjectNode absent = NODES.objectNode();
        absent.set("required", NODES.arrayNode().add(member.getKey()));
        put(fragment, "not", absent, value);
      } else {
        ObjectNode inner = fragment(value, depth + 1);
        if (!inner.isEmpty()) {
          members.set(member.getKey(), inner);
        }
      }
    }
    if (!members.isEmpty()) {
      put(fragment, "properties", members, schema);
    }
  }

  private static void putType(ObjectNode fragment, SchemaNode value) throws UnliftableException {
    List<String> types = new ArrayList<>();
    if (value.value().isString()) {
      types.add(value.value().stringValue());
    } else {
      value.items().forEach(item -> types.add(item.value().asString("")));
    }
    if (types.size() != 1 || ParameterTree.typeNamed(types.get(0)).isEmpty()) {
      throw new UnliftableException(value.location(), "a fragment has one `type`");
    }
    if (types.get(0).equals("null")) {
      put(fragment, "const", NODES.nullNode(), value);
    } else {
      put(fragment, "type", NODES.stringNode(types.get(0)), value);
    }
  }

  private static JsonNode format(SchemaNode value) throws UnliftableException {
    String name = value.value().asString("");
    if (!FORMATS.contains(name)) {
      throw new UnliftableException(value.location(), "the format `" + name + "` is unknown");
    }
    return value.value();
  }

  private static JsonNode pattern(SchemaNode value) throws UnliftableException {
    Optional<String> error = patternError(value.value().asString(""));
    if (error.isPresent()) {
      throw new UnliftableException(value.location(), error.get());
    }
    return value.value();
  }

  /** Why the spec language has no such pattern; empty when it does. */
  public static Optional<String> patternError(String regex) {
    try {
      Regex.of(regex);
      return Optional.empty();
    } catch (IllegalArgumentException invalid) {
      return Optional.of("the pattern cannot be used: " + invalid.getMessage());
    }
  }

  /** Whether the spec language has the format. */
  public static boolean hasFormat(String name) {
    return FORMATS.contains(name);
  }

  /** Whether a format says nothing of values. */
  public static boolean isFormatAnnotation(String name) {
    return FORMAT_ANNOTATIONS.contains(name);
  }

  private static ObjectNode notEmpty(ObjectNode fragment, SchemaNode value)
      throws UnliftableException {
    if (fragment.isEmpty()) {
      throw new UnliftableException(value.location(), "a fragment without keywords says nothing");
    }
    return fragment;
  }

  /** Two constraints by one keyword hold together only where they are the same, or both lists. */
  private static void put(ObjectNode fragment, String keyword, JsonNode value, SchemaNode from)
      throws UnliftableException {
    JsonNode present = fragment.get(keyword);
    if (present instanceof ArrayNode list && keyword.equals("required") && value.isArray()) {
      value
          .valueStream()
          .filter(name -> !list.valueStream().toList().contains(name))
          .forEach(list::add);
    } else if (present != null && !present.equals(value)) {
      throw new UnliftableException(
          from.location(), "a fragment has `" + keyword + "` once, and here it is needed twice");
    } else {
      fragment.set(keyword, value.deepCopy());
    }
  }

  static UnliftableException unliftable(String keyword, SchemaNode value) {
    return new UnliftableException(
        value.location(), "`" + keyword + "` has no counterpart in rules");
  }
}
