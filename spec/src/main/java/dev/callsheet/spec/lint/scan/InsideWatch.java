package dev.callsheet.spec.lint.scan;

import dev.callsheet.spec.calculus.Facet;
import dev.callsheet.spec.calculus.Fragment;
import dev.callsheet.spec.calculus.Matching;
import java.util.function.Predicate;
import tools.jackson.databind.JsonNode;

/**
 * Notes that a value matches a fragment that asks what stands inside of lists and objects, or that
 * it does not. It is shown the value as a whole, once it has passed.
 */
final class InsideWatch {
  private final int fact;
  private final boolean noted;
  private final Predicate<JsonNode> test;

  /** Sets the fact when the outcome is {@code noted}. */
  InsideWatch(int fact, boolean noted, Fragment fragment) {
    this.fact = fact;
    this.noted = noted;
    this.test = Matching.of(fragment);
  }

  /** Whether a fragment asks what stands inside. */
  static boolean isFor(Fragment fragment) {
    return fragment.facets().stream()
        .anyMatch(
            facet ->
                facet instanceof Facet.UniqueItems
                    || facet instanceof Facet.Contains
                    || facet instanceof Facet.Member
                    || facet instanceof Facet.Not);
  }

  void value(State state, JsonNode value) {
    if (test.test(value) == noted) {
      state.set(fact);
    }
  }
}
