package dev.callsheet.linter.internal.fastpath;

import dev.callsheet.spec.logic.Facet;
import dev.callsheet.spec.logic.FacetPredicates;
import dev.callsheet.spec.logic.SchemaFragment;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.BooleanNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.NullNode;

/** Records whether a value matches a fragment that does not look into lists and objects. */
final class MatchObserver extends ValueObserver {
  private final int fact;
  private final boolean recordedOutcome;
  private final StringMatcher text;
  private final NumberMatcher number;
  private final boolean trueMatches;
  private final boolean falseMatches;
  private final boolean nullMatches;
  private final boolean listsMatch;
  private final boolean objectsMatch;
  private final ListBounds bounds;

  /** Sets the fact when the outcome is {@code recordedOutcome}. */
  MatchObserver(int fact, boolean recordedOutcome, SchemaFragment fragment) {
    this.fact = fact;
    this.recordedOutcome = recordedOutcome;
    this.text = new StringMatcher(fragment);
    this.number = new NumberMatcher(fragment);
    Predicate<JsonNode> test = FacetPredicates.of(fragment);
    this.trueMatches = test.test(BooleanNode.TRUE);
    this.falseMatches = test.test(BooleanNode.FALSE);
    this.nullMatches = test.test(NullNode.getInstance());
    this.objectsMatch = test.test(JsonNodeFactory.instance.objectNode());
    List<Facet> others = new ArrayList<>(fragment.facets());
    others.removeIf(facet -> FacetSubject.of(facet) == FacetSubject.LIST_SIZE);
    this.listsMatch =
        FacetPredicates.of(new SchemaFragment(others)).test(JsonNodeFactory.instance.arrayNode());
    this.bounds = ListBounds.of(fragment.facets());
  }

  @Override
  void onString(ValidationState state, StringToken value) {
    record(state, text.matches(value));
  }

  @Override
  void onNumber(ValidationState state, NumberToken value) {
    record(state, number.matches(value));
  }

  @Override
  void onBoolean(ValidationState state, boolean value) {
    record(state, value ? trueMatches : falseMatches);
  }

  @Override
  void onNull(ValidationState state) {
    record(state, nullMatches);
  }

  @Override
  void onList(ValidationState state, long items) {
    record(state, listsMatch && bounds.contains(items));
  }

  @Override
  void onObject(ValidationState state) {
    record(state, objectsMatch);
  }

  private void record(ValidationState state, boolean matches) {
    if (matches == recordedOutcome) {
      state.setFact(fact);
    }
  }
}
