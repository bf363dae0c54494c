package dev.callsheet.spec.validation;

import dev.callsheet.runtime.Problem;
import dev.callsheet.runtime.Requirement;
import dev.callsheet.runtime.support.MediaContent;
import dev.callsheet.spec.logic.Facet;
import dev.callsheet.spec.logic.JsonNumbers;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** What is wrong with a value that violates a facet. */
final class FacetProblems extends FacetViolationVisitor<Problem.Structural> {
  private final JsonNode value;

  private FacetProblems(JsonNode value, String unit) {
    super(unit);
    this.value = value;
  }

  /**
   * What is wrong with a value.
   *
   * @param unit of the value, such as {@code s}; empty when it has none
   */
  static Problem.Structural of(Facet facet, JsonNode value, String unit) {
    return facet.accept(new FacetProblems(value, unit));
  }

  @Override
  protected Problem.Structural wrongValue(Facet facet, Requirement requirement) {
    return new Problem.WrongValue(value, requirement, null, MediaContent.found(value, requirement));
  }

  @Override
  public Problem.Structural visitRange(Facet.Range facet) {
    List<Requirement.Bound> bounds = Requirements.ofBounds(facet, unit());
    BigDecimal minimum = facet.minimum();
    int below = facet.minimumExclusive() ? 1 : 0;
    boolean isTooSmall =
        minimum != null && JsonNumbers.decimalValue(value).compareTo(minimum) < below;
    return new Problem.WrongValue(value, bounds.get(isTooSmall ? 0 : bounds.size() - 1));
  }

  @Override
  public Problem.Structural visitLength(Facet.Length facet) {
    return new Problem.WrongLength(
        facet.unit().lengthOf(value.stringValue()),
        minimum(facet.minimum()),
        maximum(facet.maximum()),
        facet.unit());
  }

  @Override
  public Problem.Structural visitItemCount(Facet.ItemCount facet) {
    return new Problem.WrongItemCount(
        value.size(), minimum(facet.minimum()), maximum(facet.maximum()));
  }

  @Override
  public Problem.Structural visitMemberCount(Facet.MemberCount facet) {
    return new Problem.WrongMemberCount(
        value.size(), minimum(facet.minimum()), maximum(facet.maximum()));
  }

  private static int minimum(@Nullable Integer minimum) {
    return minimum == null ? 0 : minimum;
  }

  private static int maximum(@Nullable Integer maximum) {
    return maximum == null ? Integer.MAX_VALUE : maximum;
  }
}
