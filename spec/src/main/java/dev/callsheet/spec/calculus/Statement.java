package dev.callsheet.spec.calculus;

/** A formula made ready to be read in requests. */
@FunctionalInterface
public interface Statement {
  /** Whether it holds in a scope, as far as that can be known in the face of doubt. */
  Truth in(Place scope, Doubt doubt);

  /** Whether it holds in a scope that is taken at its word. */
  default boolean holdsIn(Place scope) {
    return in(scope, Doubt.NONE) == Truth.TRUE;
  }
}
