package dev.callsheet.spec.logic;

/** A formula compiled to a function that evaluates it in requests. */
@FunctionalInterface
public interface CompiledFormula {
  /**
   * Whether the formula holds.
   *
   * @param scope what its paths start at: the task, or an item of a list
   * @param unreliable the values that are wrong themselves; unknown is what depends on them
   */
  TruthValue evaluate(JsonLocation scope, UnreliableValues unreliable);

  /** Whether the formula holds in a scope, whose values are all relied on. */
  default boolean holdsIn(JsonLocation scope) {
    return evaluate(scope, UnreliableValues.NONE) == TruthValue.TRUE;
  }
}
