package dev.callsheet.generator.internal.java.type;

import dev.callsheet.spec.logic.Facet;
import dev.callsheet.spec.logic.JsonType;
import dev.callsheet.spec.model.Shape;
import java.math.BigDecimal;
import java.net.URI;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;

/** The Java types of strings, numbers and booleans. */
final class ScalarTypes {
  private ScalarTypes() {}

  /** An integer is an {@code int} unless its bounds ask for more. */
  static Class<?> requestType(Shape.Scalar scalar) {
    return javaType(scalar, exceedsInt(scalar) ? Long.class : Integer.class, Double.class);
  }

  /** Numbers as large and as exact as they may come; a data URI as the long text it is. */
  static Class<?> responseType(Shape.Scalar scalar, String name) {
    return scalar.type() == JsonType.STRING && name.endsWith("DataURI")
        ? String.class
        : javaType(scalar, Long.class, BigDecimal.class);
  }

  private static Class<?> javaType(Shape.Scalar scalar, Class<?> integer, Class<?> number) {
    return switch (scalar.type()) {
      case STRING ->
          scalar
              .facets(Facet.Format.class)
              .findFirst()
              .<Class<?>>map(ScalarTypes::formatType)
              .orElse(String.class);
      case INTEGER -> integer;
      case NUMBER -> number;
      case BOOLEAN -> Boolean.class;
      case OBJECT, ARRAY, NULL -> Object.class;
    };
  }

  private static Class<?> formatType(Facet.Format format) {
    return switch (format.name()) {
      case "uuid", "uuid4" -> UUID.class;
      case "uri" -> URI.class;
      default -> String.class;
    };
  }

  private static boolean exceedsInt(Shape.Scalar scalar) {
    return scalar
        .facets(Facet.Range.class)
        .flatMap(range -> Stream.of(range.minimum(), range.maximum()))
        .filter(Objects::nonNull)
        .anyMatch(bound -> !JavaLiterals.fits(bound, Integer.MIN_VALUE, Integer.MAX_VALUE));
  }
}
