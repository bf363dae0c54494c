package dev.callsheet.spec.lint.scan;

import dev.callsheet.spec.calculus.Facet;
import dev.callsheet.spec.calculus.JsonType;

/** Which kinds of values facets speak of. */
final class Facets {
  private Facets() {}

  static boolean sayNothingOfStrings(Facet facet) {
    return facet instanceof Facet.OfType of
        ? of.type() == JsonType.STRING
        : sayNothingOfScalars(facet) || facet instanceof Facet.Range || facet instanceof Facet.Step;
  }

  /** Whether a facet speaks of lists, or of objects, only. */
  static boolean sayNothingOfScalars(Facet facet) {
    return facet instanceof Facet.Items
        || facet instanceof Facet.UniqueItems
        || facet instanceof Facet.Contains
        || facet instanceof Facet.Member;
  }
}
