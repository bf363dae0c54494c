package dev.callsheet.spec.lint.scan;

import dev.callsheet.spec.calculus.Facet;
import java.util.List;

/** How many items a list may have. */
record ListBounds(long fewest, long most) {

  /** What these facets say of it together. */
  static ListBounds of(List<Facet> facets) {
    long fewest = 0;
    long most = Long.MAX_VALUE;
    for (Facet facet : facets) {
      if (facet instanceof Facet.Items items) {
        Integer minimum = items.minimum();
        Integer maximum = items.maximum();
        fewest = Math.max(fewest, minimum == null ? 0 : minimum);
        most = Math.min(most, maximum == null ? Long.MAX_VALUE : maximum);
      }
    }
    return new ListBounds(fewest, most);
  }

  boolean hold(long items) {
    return items >= fewest && items <= most;
  }
}
