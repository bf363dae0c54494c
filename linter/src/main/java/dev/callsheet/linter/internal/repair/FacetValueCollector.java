package dev.callsheet.linter.internal.repair;

import dev.callsheet.spec.logic.Facet;
import dev.callsheet.spec.logic.FacetVisitor;
import java.math.BigDecimal;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/**
 * Collects from facets the values worth trying: listed values, bounds of numbers, the most items of
 * lists. Each visit returns this collector.
 */
final class FacetValueCollector implements FacetVisitor<FacetValueCollector> {
  private final Set<JsonNode> values = new LinkedHashSet<>();
  private final Set<BigDecimal> bounds = new TreeSet<>();
  private final Set<Integer> maximumLengths = new TreeSet<>(Comparator.reverseOrder());

  static FacetValueCollector of(Stream<Facet> facets) {
    FacetValueCollector named = new FacetValueCollector();
    facets.forEach(facet -> facet.accept(named));
    return named;
  }

  /** The values that facets list, in the order listed. */
  Set<JsonNode> values() {
    return values;
  }

  /** The bounds of numbers, the lowest first. */
  Set<BigDecimal> bounds() {
    return bounds;
  }

  /** How many items a list may have at the most, the highest first. */
  Set<Integer> maximumLengths() {
    return maximumLengths;
  }

  @Override
  public FacetValueCollector visitOfType(Facet.OfType facet) {
    return this; // the value's shape has the type already
  }

  @Override
  public FacetValueCollector visitOneOf(Facet.OneOf facet) {
    values.addAll(facet.values());
    return this;
  }

  @Override
  public FacetValueCollector visitRange(Facet.Range facet) {
    Stream.of(facet.minimum(), facet.maximum()).filter(Objects::nonNull).forEach(bounds::add);
    return this;
  }

  @Override
  public FacetValueCollector visitMultipleOf(Facet.MultipleOf facet) {
    return this; // the step of the shape decides which numbers are tried
  }

  @Override
  public FacetValueCollector visitLength(Facet.Length facet) {
    return this; // a text is shortened by its author
  }

  @Override
  public FacetValueCollector visitPattern(Facet.Pattern facet) {
    return this;
  }

  @Override
  public FacetValueCollector visitFormat(Facet.Format facet) {
    return this;
  }

  @Override
  public FacetValueCollector visitAccepts(Facet.Accepts facet) {
    return this;
  }

  @Override
  public FacetValueCollector visitItemCount(Facet.ItemCount facet) {
    Stream.ofNullable(facet.maximum()).forEach(maximumLengths::add);
    return this;
  }

  @Override
  public FacetValueCollector visitMemberCount(Facet.MemberCount facet) {
    return this; // which members to keep is left to their author
  }

  @Override
  public FacetValueCollector visitUniqueItems(Facet.UniqueItems facet) {
    return this;
  }

  @Override
  public FacetValueCollector visitContains(Facet.Contains facet) {
    return this; // names values of the items
  }

  @Override
  public FacetValueCollector visitNot(Facet.Not facet) {
    return this; // what its fragment names is collected with the fragment
  }

  @Override
  public FacetValueCollector visitHasMember(Facet.HasMember facet) {
    return this; // names values of the member
  }
}
