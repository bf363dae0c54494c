package dev.callsheet.spec.validation;

import dev.callsheet.runtime.Requirement;
import dev.callsheet.spec.logic.Facet;
import dev.callsheet.spec.logic.FacetVisitor;
import dev.callsheet.spec.logic.MediaSource;
import dev.callsheet.spec.logic.StringFormat;

/**
 * Says what is wrong with a value that violates a facet. Most facets have one requirement, which is
 * the same for every value; what is wrong by a bound (of a number, a length, a number of items or
 * members) is left to say, since it depends on the value.
 *
 * @param <R> how it is said
 */
public abstract class FacetViolationVisitor<R> implements FacetVisitor<R> {
  private final String unit;

  /**
   * For values of a unit.
   *
   * @param unit such as {@code px}; empty when they have none
   */
  protected FacetViolationVisitor(String unit) {
    this.unit = unit;
  }

  /** What is wrong with a value that is not as the facet requires. */
  protected abstract R wrongValue(Facet facet, Requirement requirement);

  /** The unit of the values; empty when they have none. */
  protected final String unit() {
    return unit;
  }

  @Override
  public R visitOfType(Facet.OfType facet) {
    return wrongValue(facet, Requirements.ofType(facet.type()));
  }

  @Override
  public R visitOneOf(Facet.OneOf facet) {
    return wrongValue(facet, new Requirement.OneOf(facet.values()));
  }

  @Override
  public R visitMultipleOf(Facet.MultipleOf facet) {
    return wrongValue(facet, new Requirement.MultipleOf(facet.divisor(), unit));
  }

  @Override
  public R visitPattern(Facet.Pattern facet) {
    return wrongValue(facet, new Requirement.Matching(facet.regex()));
  }

  @Override
  public R visitFormat(Facet.Format facet) {
    return wrongValue(
        facet,
        StringFormat.forKeyword(facet.name())
            .<Requirement>map(known -> Requirement.format(known.textFormat()))
            .orElse(Requirement.Simple.NOT_EXCLUDED));
  }

  @Override
  public R visitAccepts(Facet.Accepts facet) {
    return wrongValue(
        facet,
        new Requirement.InFormat(
            facet.sources().stream().map(MediaSource::textFormat).toList(), facet.kind()));
  }

  @Override
  public R visitUniqueItems(Facet.UniqueItems facet) {
    return wrongValue(facet, Requirement.Simple.DISTINCT_ITEMS);
  }

  @Override
  public R visitContains(Facet.Contains facet) {
    return wrongValue(facet, Requirement.Simple.DESCRIBED_ITEM);
  }

  @Override
  public R visitNot(Facet.Not facet) {
    return wrongValue(facet, Requirement.Simple.NOT_EXCLUDED);
  }

  @Override
  public R visitHasMember(Facet.HasMember facet) {
    return wrongValue(facet, new Requirement.DescribedMember(facet.name()));
  }
}
