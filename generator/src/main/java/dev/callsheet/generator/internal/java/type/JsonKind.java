package dev.callsheet.generator.internal.java.type;

import dev.callsheet.spec.logic.JsonType;
import dev.callsheet.spec.model.Shape;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** The kinds of JSON value that can be told apart when one is read. */
enum JsonKind {
  STRING("Text", String.class),
  NUMBER("Amount", Double.class),
  BOOLEAN("Flag", Boolean.class),
  OBJECT("Settings", Map.class),
  ARRAY("Items", List.class),
  ANY("Any", Object.class);

  private final String title;
  private final Class<?> type;

  JsonKind(String title, Class<?> type) {
    this.title = title;
    this.type = type;
  }

  /** What a form of this kind is called when the spec has no name for it. */
  String defaultVariantName() {
    return title;
  }

  /** A Java type that can hold every value of this kind. */
  Class<?> javaType() {
    return type;
  }

  /** The one kind that values of a shape have; {@link #ANY} when they have several. */
  static JsonKind of(Shape shape) {
    Set<JsonKind> kinds = shape.types().stream().map(JsonKind::of).collect(Collectors.toSet());
    boolean isSimple = shape.variants().size() == 1 && kinds.size() == 1;
    return isSimple ? kinds.iterator().next() : ANY;
  }

  private static JsonKind of(JsonType type) {
    return switch (type) {
      case STRING -> STRING;
      case INTEGER, NUMBER -> NUMBER;
      case BOOLEAN -> BOOLEAN;
      case OBJECT -> OBJECT;
      case ARRAY -> ARRAY;
      case NULL -> ANY;
    };
  }
}
