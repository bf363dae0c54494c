package dev.callsheet.spec.logic;

/** A formula made ready to be read in requests. */
@FunctionalInterface
public interface CompiledFormula {
  /** Whether it holds in a scope, as far as that can be known in the face of doubt. */
  TruthValue evaluate(JsonLocation scope, UnreliableValues doubt);

  /** Whether it holds in a scope that is taken at its word. */
  default boolean holdsIn(JsonLocation scope) {
    return evaluate(scope, UnreliableValues.NONE) == TruthValue.TRUE;
  }
}
