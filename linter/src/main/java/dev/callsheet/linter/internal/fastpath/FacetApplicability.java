package dev.callsheet.linter.internal.fastpath;

import dev.callsheet.spec.logic.Facet;
import dev.callsheet.spec.logic.JsonType;

/** Which kinds of values a facet does not restrict. */
final class FacetApplicability {
  private FacetApplicability() {}

  static boolean ignoresStrings(Facet facet) {
    return facet instanceof Facet.OfType of
        ? of.type() == JsonType.STRING
        : ignoresScalars(facet)
            || facet instanceof Facet.Range
            || facet instanceof Facet.MultipleOf;
  }

  /** Whether a facet restricts only lists, or only objects. */
  static boolean ignoresScalars(Facet facet) {
    return facet instanceof Facet.ItemCount
        || facet instanceof Facet.UniqueItems
        || facet instanceof Facet.Contains
        || facet instanceof Facet.HasMember;
  }
}
