package dev.callsheet.spec.validation;

import dev.callsheet.runtime.Problem;
import dev.callsheet.runtime.Requirement.Bound;
import dev.callsheet.runtime.Requirement.Side;
import dev.callsheet.spec.logic.Facet;
import dev.callsheet.spec.logic.JsonNumbers;
import java.math.BigDecimal;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** What is wrong with values that a facet does not hold of. */
final class FacetProblems {
  private FacetProblems() {}

  /**
   * What is wrong with a value.
   *
   * @param unit of the value, such as {@code s}; empty when it has none
   */
  static Problem.Structural of(Facet facet, JsonNode value, String unit) {
    if (facet instanceof Facet.Length length) {
      String text = value.stringValue();
      return new Problem.WrongLength(
          text.codePointCount(0, text.length()),
          minimum(length.minimum()),
          maximum(length.maximum()));
    }
    if (facet instanceof Facet.ItemCount items) {
      return new Problem.WrongItemCount(
          value.size(), minimum(items.minimum()), maximum(items.maximum()));
    }
    return new Problem.WrongValue(
        value,
        facet instanceof Facet.Range range
            ? violatedBound(range, JsonNumbers.decimalValue(value), unit)
            : Requirements.of(facet, unit));
  }

  private static Bound violatedBound(Facet.Range range, BigDecimal number, String unit) {
    BigDecimal minimum = range.minimum();
    if (minimum != null && number.compareTo(minimum) < (range.minimumExclusive() ? 1 : 0)) {
      return new Bound(range.minimumExclusive() ? Side.MORE_THAN : Side.AT_LEAST, minimum, unit);
    }
    return new Bound(
        range.maximumExclusive() ? Side.LESS_THAN : Side.AT_MOST,
        Objects.requireNonNull(range.maximum()),
        unit);
  }

  private static int minimum(@Nullable Integer minimum) {
    return minimum == null ? 0 : minimum;
  }

  private static int maximum(@Nullable Integer maximum) {
    return maximum == null ? Integer.MAX_VALUE : maximum;
  }
}
