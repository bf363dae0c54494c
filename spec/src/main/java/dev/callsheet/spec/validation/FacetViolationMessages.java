package dev.callsheet.spec.validation;

import dev.callsheet.spec.logic.Facet;
import dev.callsheet.spec.logic.JsonLocation;
import dev.callsheet.spec.logic.JsonNumbers;
import dev.callsheet.spec.logic.MediaSource;
import dev.callsheet.spec.logic.StringFormat;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** The sentences about values that a facet does not hold of. */
final class FacetViolationMessages {
  private FacetViolationMessages() {}

  /** What is wrong with the value at a place, and what would be right. */
  static String message(Facet facet, JsonLocation place, String unit) {
    JsonNode value = place.value();
    String name = ViolationMessages.parameterName(place);
    if (facet instanceof Facet.Length length) {
      String text = value.stringValue();
      return name
          + actualCount(text.codePointCount(0, text.length()), "character")
          + bounds(length.minimum(), length.maximum());
    }
    if (facet instanceof Facet.ItemCount items) {
      return name + actualCount(value.size(), "item") + bounds(items.minimum(), items.maximum());
    }
    return name
        + " is "
        + JsonDisplayText.value(value)
        + "; it must "
        + requirement(facet, value, unit);
  }

  /** What values with this format, or given in these ways, are. */
  static String expected(Facet facet) {
    if (facet instanceof Facet.Format format) {
      return StringFormat.forKeyword(format.name())
          .map(StringFormat::displayName)
          .orElse(format.name());
    }
    Facet.Accepts accepts = (Facet.Accepts) facet;
    return ViolationMessages.joinWithOr(
        accepts.sources().stream().map(MediaSource::displayName).toList());
  }

  private static String requirement(Facet facet, JsonNode value, String unit) {
    if (facet instanceof Facet.Range range) {
      return "be " + range(range, JsonNumbers.decimalValue(value), unit);
    }
    if (facet instanceof Facet.MultipleOf step) {
      return "be a multiple of " + quantity(step.divisor(), unit);
    }
    if (facet instanceof Facet.Pattern pattern) {
      return "match `" + pattern.regex() + "`";
    }
    if (facet instanceof Facet.Format || facet instanceof Facet.Accepts) {
      return "be " + expected(facet);
    }
    if (facet instanceof Facet.OneOf oneOf) {
      return "be " + ViolationMessages.oneOf(oneOf.values());
    }
    if (facet instanceof Facet.OfType of) {
      return "be of type " + of.type().keyword();
    }
    if (facet instanceof Facet.UniqueItems) {
      return "not hold the same item twice";
    }
    if (facet instanceof Facet.Contains) {
      return "hold an item of the kind its description asks for";
    }
    if (facet instanceof Facet.HasMember member) {
      return "have a fitting `" + member.name() + "`";
    }
    return "be something else";
  }

  private static String range(Facet.Range range, BigDecimal number, String unit) {
    BigDecimal minimum = range.minimum();
    BigDecimal maximum = range.maximum();
    if (minimum != null && number.compareTo(minimum) < (range.minimumExclusive() ? 1 : 0)) {
      return (range.minimumExclusive() ? "more than " : "at least ") + quantity(minimum, unit);
    }
    if (maximum != null) {
      return (range.maximumExclusive() ? "less than " : "at most ") + quantity(maximum, unit);
    }
    return "within its range";
  }

  private static String quantity(BigDecimal number, String unit) {
    return number.toPlainString() + (unit.isEmpty() ? "" : " " + unit);
  }

  private static String actualCount(int count, String thing) {
    return " has " + count + " " + thing + (count == 1 ? "" : "s");
  }

  private static String bounds(@Nullable Integer minimum, @Nullable Integer maximum) {
    if (minimum != null && maximum != null) {
      return minimum.equals(maximum)
          ? "; it must have " + minimum
          : "; it must have from " + minimum + " to " + maximum;
    }
    return minimum != null
        ? "; it must have at least " + minimum
        : "; it may have at most " + maximum;
  }
}
