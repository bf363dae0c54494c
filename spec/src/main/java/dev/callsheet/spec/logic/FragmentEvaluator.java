package dev.callsheet.spec.logic;

import java.util.List;

/**
 * Whether a value matches a fragment that looks at its members or items, some of which are wrong.
 * What the fragment does not look at does not matter; what it does look at is unknown where it is
 * wrong, save whether it is there.
 */
final class FragmentEvaluator {
  private final UnreliableValues unreliable;

  FragmentEvaluator(UnreliableValues unreliable) {
    this.unreliable = unreliable;
  }

  /** Evaluates a fragment for a value that is not wrong itself. */
  TruthValue evaluate(SchemaFragment fragment, JsonLocation location) {
    TruthValue truth = TruthValue.TRUE;
    for (Facet facet : fragment.facets()) {
      truth = truth.and(evaluate(facet, location));
    }
    return truth;
  }

  private TruthValue evaluate(Facet facet, JsonLocation location) {
    if (facet instanceof Facet.Not not) {
      return evaluate(not.fragment(), location).negate();
    }
    if (facet instanceof Facet.HasMember member && location.value().isObject()) {
      return hasMember(member, location);
    }
    if (facet instanceof Facet.Contains contains && location.value().isArray()) {
      return anyMatches(contains.fragment(), location.items());
    }
    return TruthValue.of(FacetPredicates.of(facet).test(location.value()));
  }

  private TruthValue hasMember(Facet.HasMember facet, JsonLocation location) {
    JsonLocation member = location.member(facet.name());
    if (member != null) {
      return evaluateInner(facet.fragment(), member);
    }
    return unreliable.isAbsenceUnreliable(location, facet.name())
        ? TruthValue.UNKNOWN
        : TruthValue.FALSE;
  }

  private TruthValue anyMatches(SchemaFragment fragment, List<JsonLocation> items) {
    TruthValue noneMatches = TruthValue.TRUE;
    for (JsonLocation item : items) {
      noneMatches = noneMatches.and(evaluateInner(fragment, item).negate());
    }
    return noneMatches.negate();
  }

  private TruthValue evaluateInner(SchemaFragment fragment, JsonLocation location) {
    return !fragment.facets().isEmpty() && unreliable.isUnreliable(location)
        ? TruthValue.UNKNOWN
        : evaluate(fragment, location);
  }
}
