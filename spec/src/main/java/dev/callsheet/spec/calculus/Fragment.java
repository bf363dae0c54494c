package dev.callsheet.spec.calculus;

import java.util.List;

/**
 * A piece of JSON Schema that a value can match: all of its facets hold.
 *
 * @param facets in the order written
 */
public record Fragment(List<Facet> facets) {
  /** Copies the list, so that a fragment never changes. */
  public Fragment {
    facets = List.copyOf(facets);
  }
}
