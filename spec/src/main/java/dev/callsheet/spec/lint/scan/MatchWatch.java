package dev.callsheet.spec.lint.scan;

import dev.callsheet.spec.calculus.Facet;
import dev.callsheet.spec.calculus.Fragment;
import dev.callsheet.spec.calculus.Matching;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.BooleanNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.NullNode;

/**
 * Notes that a value matches a fragment that does not ask what stands inside of lists and objects,
 * or that it does not.
 */
final class MatchWatch extends Watch {
  private final int fact;
  private final boolean noted;
  private final TextCheck text;
  private final NumberCheck number;
  private final boolean trueMatches;
  private final boolean falseMatches;
  private final boolean nullMatches;
  private final boolean listsMatch;
  private final boolean objectsMatch;
  private final ListBounds bounds;

  /** Sets the fact when the outcome is {@code noted}. */
  MatchWatch(int fact, boolean noted, Fragment fragment) {
    this.fact = fact;
    this.noted = noted;
    this.text = new TextCheck(fragment);
    this.number = new NumberCheck(fragment);
    Predicate<JsonNode> test = Matching.of(fragment);
    this.trueMatches = test.test(BooleanNode.TRUE);
    this.falseMatches = test.test(BooleanNode.FALSE);
    this.nullMatches = test.test(NullNode.getInstance());
    this.objectsMatch = test.test(JsonNodeFactory.instance.objectNode());
    List<Facet> others = new ArrayList<>(fragment.facets());
    others.removeIf(Facet.Items.class::isInstance);
    this.listsMatch = Matching.of(new Fragment(others)).test(JsonNodeFactory.instance.arrayNode());
    this.bounds = ListBounds.of(fragment.facets());
  }

  @Override
  void text(State state, Text value) {
    note(state, text.accepts(value));
  }

  @Override
  void number(State state, NumberToken value) {
    note(state, number.accepts(value));
  }

  @Override
  void truth(State state, boolean value) {
    note(state, value ? trueMatches : falseMatches);
  }

  @Override
  void nothing(State state) {
    note(state, nullMatches);
  }

  @Override
  void list(State state, long items) {
    note(state, listsMatch && bounds.hold(items));
  }

  @Override
  void object(State state) {
    note(state, objectsMatch);
  }

  private void note(State state, boolean matches) {
    if (matches == noted) {
      state.set(fact);
    }
  }
}
