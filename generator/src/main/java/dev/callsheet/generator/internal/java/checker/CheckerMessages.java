package dev.callsheet.generator.internal.java.checker;

import dev.callsheet.generator.internal.java.type.JavaType;
import dev.callsheet.generator.internal.java.type.JavaType.EnumType;
import dev.callsheet.generator.internal.java.type.JavaType.ListType;
import dev.callsheet.spec.logic.Facet;
import dev.callsheet.spec.logic.MediaSource;
import dev.callsheet.spec.logic.StringFormat;
import dev.callsheet.spec.model.Parameter;
import dev.callsheet.spec.model.Shape;
import java.math.BigDecimal;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** What values must be, in the words that the linter has for it. */
final class CheckerMessages {
  private static final int MAX_LISTED_VALUES = 12;

  private CheckerMessages() {}

  /** The id of the violation that a broken facet is. */
  static String violationId(Facet facet) {
    if (facet instanceof Facet.Range || facet instanceof Facet.MultipleOf) {
      return "out-of-range";
    }
    if (facet instanceof Facet.Length) {
      return "wrong-length";
    }
    return facet instanceof Facet.Pattern
            || facet instanceof Facet.Format
            || facet instanceof Facet.Accepts
        ? "wrong-format"
        : "not-allowed-value";
  }

  /** What a value must do, such as {@code be a multiple of 8 px}. */
  static String requirement(Facet facet, String unit) {
    if (facet instanceof Facet.MultipleOf step) {
      return "be a multiple of " + quantity(step.divisor(), unit);
    }
    if (facet instanceof Facet.Pattern pattern) {
      return "match `" + pattern.regex() + "`";
    }
    if (facet instanceof Facet.Format || facet instanceof Facet.Accepts) {
      return "be " + expectedValue(facet);
    }
    if (facet instanceof Facet.UniqueItems) {
      return "not hold the same item twice";
    }
    return facet instanceof Facet.Contains
        ? "hold an item of the kind its description asks for"
        : "be something else";
  }

  /** {@code be at least 3 s}, {@code be more than 3 s}. */
  static String minimumRequirement(BigDecimal bound, boolean isExclusive, String unit) {
    return (isExclusive ? "be more than " : "be at least ") + quantity(bound, unit);
  }

  /** {@code be at most 15 s}, {@code be less than 15 s}. */
  static String maximumRequirement(BigDecimal bound, boolean isExclusive, String unit) {
    return (isExclusive ? "be less than " : "be at most ") + quantity(bound, unit);
  }

  /** How many characters or items there must be. */
  static String countRequirement(@Nullable Integer minimum, @Nullable Integer maximum) {
    if (minimum != null && maximum != null) {
      return minimum.equals(maximum)
          ? "must have " + minimum
          : "must have from " + minimum + " to " + maximum;
    }
    return minimum != null ? "must have at least " + minimum : "may have at most " + maximum;
  }

  /** What a parameter's value is, such as {@code an integer}. */
  static String expectedValue(Parameter parameter, JavaType type) {
    Shape shape = parameter.shape();
    if (shape instanceof Shape.Scalar scalar) {
      return scalar.facets().stream()
          .filter(facet -> facet instanceof Facet.Format || facet instanceof Facet.Accepts)
          .map(CheckerMessages::expectedValue)
          .findFirst()
          .orElseGet(() -> expectedValue(scalar));
    }
    if (shape instanceof Shape.Choice choice) {
      return oneOf(choice.values());
    }
    if (shape instanceof Shape.Structure) {
      return "an object";
    }
    if (type instanceof ListType || shape instanceof Shape.Sequence) {
      return "a list";
    }
    return type instanceof EnumType ? "a value" : "of one of its forms";
  }

  private static String expectedValue(Shape.Scalar scalar) {
    return switch (scalar.type()) {
      case STRING -> "a string";
      case INTEGER -> "an integer";
      case NUMBER -> "a number";
      case BOOLEAN -> "true or false";
      case OBJECT -> "an object";
      case ARRAY -> "a list";
      case NULL -> "null";
    };
  }

  private static String expectedValue(Facet facet) {
    if (facet instanceof Facet.Format format) {
      return StringFormat.forKeyword(format.name())
          .map(StringFormat::displayName)
          .orElse(format.name());
    }
    Facet.Accepts accepts = (Facet.Accepts) facet;
    return joinedWithOr(accepts.sources().stream().map(MediaSource::displayName).toList());
  }

  private static String oneOf(List<JsonNode> values) {
    return values.size() > MAX_LISTED_VALUES
        ? "one of " + values.size() + " values"
        : joinedWithOr(values.stream().map(JsonNode::toString).toList());
  }

  private static String joinedWithOr(List<String> words) {
    int last = words.size() - 1;
    return last == 0
        ? words.get(0)
        : words.subList(0, last).stream().collect(Collectors.joining(", "))
            + " or "
            + words.get(last);
  }

  private static String quantity(BigDecimal number, String unit) {
    return number.toPlainString() + (unit.isEmpty() ? "" : " " + unit);
  }
}
