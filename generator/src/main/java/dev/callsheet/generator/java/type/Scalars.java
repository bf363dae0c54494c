package dev.callsheet.generator.java.type;

import dev.callsheet.spec.calculus.Facet;
import dev.callsheet.spec.calculus.JsonType;
import dev.callsheet.spec.model.Shape;
import java.math.BigDecimal;
import java.net.URI;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The Java types of strings, numbers and booleans. */
final class Scalars {
  private Scalars() {}

  /** An integer is an {@code int} unless its bounds ask for more. */
  static Class<?> inRequest(Shape.Scalar scalar) {
    if (scalar.type() == JsonType.INTEGER) {
      return exceedsInt(scalar.facets()) ? Long.class : Integer.class;
    }
    return scalar.type() == JsonType.NUMBER ? Double.class : other(scalar);
  }

  /** Numbers as large and as exact as they may come; a data URI as the long text it is. */
  static Class<?> inResponse(Shape.Scalar scalar, String name) {
    if (scalar.type() == JsonType.STRING && name.endsWith("DataURI")) {
      return String.class;
    }
    if (scalar.type() == JsonType.INTEGER) {
      return Long.class;
    }
    return scalar.type() == JsonType.NUMBER ? BigDecimal.class : other(scalar);
  }

  private static Class<?> other(Shape.Scalar scalar) {
    if (scalar.type() == JsonType.BOOLEAN) {
      return Boolean.class;
    }
    if (scalar.type() != JsonType.STRING) {
      return Object.class;
    }
    for (Facet facet : scalar.facets()) {
      if (facet instanceof Facet.Format format) {
        return formatted(format.name());
      }
    }
    return String.class;
  }

  private static Class<?> formatted(String format) {
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
    return bound != null && !Literals.fits(bound, Integer.MIN_VALUE, Integer.MAX_VALUE);
  }
}
