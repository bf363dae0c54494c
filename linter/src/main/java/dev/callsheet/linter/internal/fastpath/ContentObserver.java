package dev.callsheet.linter.internal.fastpath;

import dev.callsheet.spec.logic.Facet;
import dev.callsheet.spec.logic.FacetPredicates;
import dev.callsheet.spec.logic.SchemaFragment;
import java.util.function.Predicate;
import tools.jackson.databind.JsonNode;

/**
 * Notes that a value matches a fragment that asks what stands inside of lists and objects, or that
 * it does not. It is shown the value as a whole, once it has passed.
 */
final class ContentObserver {
  private final int fact;
  private final boolean recordedOutcome;
  private final Predicate<JsonNode> test;

  /** Sets the fact when the outcome is {@code noted}. */
  ContentObserver(int fact, boolean noted, SchemaFragment fragment) {
    this.fact = fact;
    this.recordedOutcome = noted;
    this.test = FacetPredicates.of(fragment);
  }

  /** Whether a fragment asks what stands inside. */
  static boolean isNeededFor(SchemaFragment fragment) {
    return fragment.facets().stream()
        .anyMatch(
            facet ->
                facet instanceof Facet.UniqueItems
                    || facet instanceof Facet.Contains
                    || facet instanceof Facet.HasMember
                    || facet instanceof Facet.Not);
  }

  void onContent(ValidationState state, JsonNode value) {
    if (test.test(value) == recordedOutcome) {
      state.setFact(fact);
    }
  }
}
