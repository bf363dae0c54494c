package dev.callsheet.generator.internal.java.type;

import dev.callsheet.spec.logic.Facet;
import dev.callsheet.spec.logic.JsonType;
import dev.callsheet.spec.model.Shape;
import java.math.BigDecimal;
import java.net.URI;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The Java types of strings, numbers and booleans. */
final class ScalarTypes {
  private ScalarTypes() {}

  /** An integer is an {@code int} unless its bounds ask for more. */
  static Class<?> requestType(Shape.Scalar scalar) {
    if (scalar.type() == JsonType.INTEGER) {
      return exceedsInt(scalar.facets()) ? Long.class : Integer.class;
    }
    return scalar.type() == JsonType.NUMBER ? Double.class : nonNumericType(scalar);
  }

  /** Numbers as large and as exact as they may come; a data URI as the long text it is. */
  static Class<?> responseType(Shape.Scalar scalar, String name) {
    if (scalar.type() == JsonType.STRING && name.endsWith("DataURI")) {
      return String.class;
    }
    if (scalar.type() == JsonType.INTEGER) {
      return Long.class;
    }
    return scalar.type() == JsonType.NUMBER ? BigDecimal.class : nonNumericType(scalar);
  }

  private static Class<?> nonNumericType(Shape.Scalar scalar) {
    if (scalar.type() == JsonType.BOOLEAN) {
      return Boolean.class;
    }
    if (scalar.type() != JsonType.STRING) {
      return Object.class;
    }
    for (Facet facet : scalar.facets()) {
      if (facet instanceof Facet.Format format) {
        return formatType(format.name());
      }
    }
    return String.class;
  }

  private static Class<?> formatType(String format) {
    return switch (format) {
      case "uuid", "uuid4" -> UUID.class;
      case "uri" -> URI.class;
      default -> String.class;
    };
  }

  private static boolean exceedsInt(List<Facet> facets) {
    for (Facet facet : facets) {
      if (facet instanceof Facet.Range range
          && (exceedsInt(range.minimum()) || exceedsInt(range.maximum()))) {
        return true;
      }
    }
    return false;
  }

  private static boolean exceedsInt(@Nullable BigDecimal bound) {
    return bound != null && !JavaLiterals.fits(bound, Integer.MIN_VALUE, Integer.MAX_VALUE);
  }
}
