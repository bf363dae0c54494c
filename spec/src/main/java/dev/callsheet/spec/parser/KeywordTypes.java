package dev.callsheet.spec.parser;

import dev.callsheet.spec.logic.JsonType;
import dev.callsheet.spec.model.Shape;
import java.util.Collection;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Which types of values a keyword of JSON Schema applies to, and which types a shape has. */
final class KeywordTypes {
  /** The types of numbers. */
  static final Set<JsonType> NUMBERS = Set.of(JsonType.INTEGER, JsonType.NUMBER);

  private static final Map<String, Set<JsonType>> TYPES = new HashMap<>();

  static {
    for (String keyword :
        Set.of("minimum", "maximum", "exclusiveMinimum", "exclusiveMaximum", "multipleOf")) {
      TYPES.put(keyword, NUMBERS);
    }
    for (String keyword :
        Set.of("minLength", "maxLength", "lengthIn", "pattern", "format", "accepts", "media")) {
      TYPES.put(keyword, EnumSet.of(JsonType.STRING));
    }
    for (String keyword : Set.of("minItems", "maxItems", "uniqueItems", "contains", "items")) {
      TYPES.put(keyword, EnumSet.of(JsonType.ARRAY));
    }
    for (String keyword :
        Set.of(
            "properties", "required", "additionalProperties", "minProperties", "maxProperties")) {
      TYPES.put(keyword, EnumSet.of(JsonType.OBJECT));
    }
  }

  private KeywordTypes() {}

  /** Whether the keyword applies to values of at least one of the types. */
  static boolean appliesTo(String keyword, Collection<JsonType> types) {
    Set<JsonType> applicable = TYPES.get(keyword);
    return applicable == null || types.stream().anyMatch(applicable::contains);
  }

  /** What the keyword is for, such as {@code lists}. */
  static String applicableValues(String keyword) {
    return switch (TYPES.getOrDefault(keyword, Set.of()).iterator().next()) {
      case INTEGER, NUMBER -> "numbers";
      case STRING -> "strings";
      case ARRAY -> "lists";
      case OBJECT -> "objects";
      case BOOLEAN, NULL -> "other values";
    };
  }

  /** The types that a value of these shapes can have. */
  static Set<JsonType> of(Collection<Shape> shapes) {
    Set<JsonType> types = EnumSet.noneOf(JsonType.class);
    shapes.forEach(shape -> types.addAll(shape.types()));
    return types;
  }

  /** The types, for people, such as {@code a string or an integer}. */
  static String describe(Collection<JsonType> types) {
    return types.stream()
        .map(
            type ->
                switch (type) {
                  case INTEGER -> "an integer";
                  case OBJECT -> "an object";
                  case ARRAY -> "a list";
                  case NULL -> "null";
                  case STRING, NUMBER, BOOLEAN -> "a " + type.keyword();
                })
        .collect(Collectors.joining(" or "));
  }
}
