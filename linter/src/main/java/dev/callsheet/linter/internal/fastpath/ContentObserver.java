package dev.callsheet.linter.internal.fastpath;

import dev.callsheet.spec.logic.FacetPredicates;
import dev.callsheet.spec.logic.SchemaFragment;
import java.util.function.Predicate;
import tools.jackson.databind.JsonNode;

/**
 * Records whether a value matches a fragment that looks into lists and objects. It gets the value
 * as a tree, once its bytes have been read.
 */
final class ContentObserver {
  private final int fact;
  private final boolean recordedOutcome;
  private final Predicate<JsonNode> test;

  /** Sets the fact when the outcome is {@code recordedOutcome}. */
  ContentObserver(int fact, boolean recordedOutcome, SchemaFragment fragment) {
    this.fact = fact;
    this.recordedOutcome = recordedOutcome;
    this.test = FacetPredicates.of(fragment);
  }

  /** Whether a fragment looks into lists and objects. */
  static boolean isNeededFor(SchemaFragment fragment) {
    return fragment.facets().stream().map(FacetSubject::of).anyMatch(FacetSubject::includesContent);
  }

  void onContent(ValidationState state, JsonNode value) {
    if (test.test(value) == recordedOutcome) {
      state.setFact(fact);
    }
  }
}
