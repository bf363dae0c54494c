package dev.callsheet.spec.validation;

import dev.callsheet.runtime.Problem;
import dev.callsheet.runtime.Requirement.Bound;
import dev.callsheet.runtime.Requirement.Side;
import dev.callsheet.spec.logic.Facet;
import dev.callsheet.spec.logic.FacetVisitor;
import dev.callsheet.spec.logic.JsonNumbers;
import java.math.BigDecimal;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** What is wrong with a value that violates a facet. */
final class FacetProblems extends FacetVisitor.Default<Problem.Structural> {
  private final JsonNode value;
  private final String unit;

  private FacetProblems(JsonNode value, String unit) {
    this.value = value;
    this.unit = unit;
  }

  /**
   * What is wrong with a value.
   *
   * @param unit of the value, such as {@code s}; empty when it has none
   */
  static Problem.Structural of(Facet facet, JsonNode value, String unit) {
    return facet.accept(new FacetProblems(value, unit));
  }

  /** Facets that are not about a size have a requirement of their own. */
  @Override
  protected Problem.Structural visitOther(Facet facet) {
    return new Problem.WrongValue(value, Requirements.of(facet, unit));
  }

  @Override
  public Problem.Structural visitRange(Facet.Range facet) {
    return new Problem.WrongValue(
        value, violatedBound(facet, JsonNumbers.decimalValue(value), unit));
  }

  @Override
  public Problem.Structural visitLength(Facet.Length facet) {
    String text = value.stringValue();
    return new Problem.WrongLength(
        text.codePointCount(0, text.length()), minimum(facet.minimum()), maximum(facet.maximum()));
  }

  @Override
  public Problem.Structural visitItemCount(Facet.ItemCount facet) {
    return new Problem.WrongItemCount(
        value.size(), minimum(facet.minimum()), maximum(facet.maximum()));
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
