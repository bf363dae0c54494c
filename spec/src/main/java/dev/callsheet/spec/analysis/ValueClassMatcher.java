package dev.callsheet.spec.analysis;

import dev.callsheet.spec.logic.Facet;
import dev.callsheet.spec.logic.FacetPredicates;
import dev.callsheet.spec.logic.FacetVisitor;
import dev.callsheet.spec.logic.JsonType;
import dev.callsheet.spec.logic.SchemaFragment;
import dev.callsheet.spec.logic.TruthValue;

/**
 * Tells whether facets hold of the values of a class: of all of them, of none, or (unknown) not of
 * all alike.
 */
final class ValueClassMatcher implements FacetVisitor<TruthValue> {
  private final ValueClass valueClass;

  private ValueClassMatcher(ValueClass valueClass) {
    this.valueClass = valueClass;
  }

  /** Whether the values of a class match a fragment. */
  static TruthValue matches(ValueClass valueClass, SchemaFragment fragment) {
    return fragment.facets().stream()
        .map(facet -> matches(valueClass, facet))
        .reduce(TruthValue.TRUE, TruthValue::and);
  }

  /** Whether a facet holds of the values of a class. */
  static TruthValue matches(ValueClass valueClass, Facet facet) {
    return facet.accept(new ValueClassMatcher(valueClass));
  }

  @Override
  public TruthValue visitOfType(Facet.OfType facet) {
    return matches(
        facet,
        TruthValue.of(facet.type() == JsonType.OBJECT),
        TruthValue.of(facet.type() == JsonType.ARRAY));
  }

  @Override
  public TruthValue visitOneOf(Facet.OneOf facet) {
    return matches(facet, TruthValue.UNKNOWN, TruthValue.UNKNOWN);
  }

  @Override
  public TruthValue visitRange(Facet.Range facet) {
    return matches(facet, TruthValue.TRUE, TruthValue.TRUE);
  }

  @Override
  public TruthValue visitMultipleOf(Facet.MultipleOf facet) {
    return matchesIfListed(facet);
  }

  @Override
  public TruthValue visitLength(Facet.Length facet) {
    return matches(facet, TruthValue.TRUE, TruthValue.TRUE);
  }

  @Override
  public TruthValue visitPattern(Facet.Pattern facet) {
    return matchesIfListed(facet);
  }

  @Override
  public TruthValue visitFormat(Facet.Format facet) {
    return matchesIfListed(facet);
  }

  @Override
  public TruthValue visitAccepts(Facet.Accepts facet) {
    return matchesIfListed(facet);
  }

  @Override
  public TruthValue visitItemCount(Facet.ItemCount facet) {
    return matches(facet, TruthValue.TRUE, TruthValue.of(facet.contains(valueClass.itemCount())));
  }

  /** The members of an object with listed names are counted one by one, which classes are not. */
  @Override
  public TruthValue visitMemberCount(Facet.MemberCount facet) {
    return matches(facet, TruthValue.UNKNOWN, TruthValue.TRUE);
  }

  @Override
  public TruthValue visitUniqueItems(Facet.UniqueItems facet) {
    return matches(facet, TruthValue.TRUE, TruthValue.UNKNOWN);
  }

  @Override
  public TruthValue visitContains(Facet.Contains facet) {
    return matches(facet, TruthValue.TRUE, TruthValue.UNKNOWN);
  }

  @Override
  public TruthValue visitNot(Facet.Not facet) {
    return matches(valueClass, facet.fragment()).negate();
  }

  @Override
  public TruthValue visitHasMember(Facet.HasMember facet) {
    return matches(facet, TruthValue.UNKNOWN, TruthValue.TRUE);
  }

  /** A facet that the representative decides for its whole class of strings or numbers. */
  private TruthValue matches(Facet facet, TruthValue ofObjects, TruthValue ofLists) {
    return switch (valueClass.kind()) {
      case VALUE -> TruthValue.of(FacetPredicates.of(facet).test(valueClass.representative()));
      case OBJECT -> ofObjects;
      case LIST -> ofLists;
      case UNKNOWN -> TruthValue.UNKNOWN;
    };
  }

  /**
   * A facet that splits strings or numbers in ways that no finite list of boundary values covers: a
   * representative decides it for itself only.
   */
  private TruthValue matchesIfListed(Facet facet) {
    return valueClass.kind() == ValueClass.Kind.VALUE && !valueClass.listed()
        ? TruthValue.UNKNOWN
        : matches(facet, TruthValue.TRUE, TruthValue.TRUE);
  }
}
