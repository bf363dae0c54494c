package dev.callsheet.spec.logic;

import java.util.List;

/**
 * A piece of JSON Schema that a value can match: all of its facets hold.
 *
 * @param facets in the order written
 */
public record SchemaFragment(List<Facet> facets) {
  /** Copies the list, so that a fragment never changes. */
  public SchemaFragment {
    facets = List.copyOf(facets);
  }
}
