package dev.callsheet.linter.internal.fastpath;

import dev.callsheet.spec.logic.Facet;
import java.util.List;

/** How many items a list may have. */
record ListBounds(long minimum, long maximum) {

  /** The bounds that these facets set together. */
  static ListBounds of(List<Facet> facets) {
    long least = 0;
    long most = Long.MAX_VALUE;
    for (Facet facet : facets) {
      if (facet instanceof Facet.ItemCount items) {
        Integer minimum = items.minimum();
        Integer maximum = items.maximum();
        least = Math.max(least, minimum == null ? 0 : minimum);
        most = Math.min(most, maximum == null ? Long.MAX_VALUE : maximum);
      }
    }
    return new ListBounds(least, most);
  }

  boolean contains(long items) {
    return items >= minimum && items <= maximum;
  }
}
