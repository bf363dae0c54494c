package dev.callsheet.generator.internal.java.type;

import dev.callsheet.spec.logic.JsonType;
import dev.callsheet.spec.model.Shape;
import dev.callsheet.spec.model.ShapeVisitor;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/** The kinds of JSON value that can be told apart when one is read. */
enum JsonKind {
  STRING("Text", String.class),
  NUMBER("Amount", Double.class),
  BOOLEAN("Flag", Boolean.class),
  OBJECT("Settings", Map.class),
  ARRAY("Items", List.class),
  ANY("Any", Object.class);

  private static final ShapeVisitor<JsonKind> OF_SHAPE =
      new ShapeVisitor<>() {
        @Override
        public JsonKind visitScalar(Shape.Scalar shape) {
          return of(shape.type());
        }

        @Override
        public JsonKind visitChoice(Shape.Choice shape) {
          Set<JsonKind> kinds =
              shape.values().stream().map(JsonKind::of).collect(Collectors.toUnmodifiableSet());
          return kinds.size() == 1 ? kinds.iterator().next() : ANY;
        }

        @Override
        public JsonKind visitStructure(Shape.Structure shape) {
          return OBJECT;
        }

        @Override
        public JsonKind visitSequence(Shape.Sequence shape) {
          return ARRAY;
        }

        @Override
        public JsonKind visitUnion(Shape.Union shape) {
          return ANY;
        }
      };

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
    return shape.accept(OF_SHAPE);
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

  private static JsonKind of(JsonNode value) {
    if (value.isString()) {
      return STRING;
    }
    if (value.isNumber()) {
      return NUMBER;
    }
    return value.isBoolean() ? BOOLEAN : ANY;
  }
}
