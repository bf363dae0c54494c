/**
 * The small calculus that every rule reduces to. A {@link dev.callsheet.spec.calculus.Formula} is
 * built from three kinds of atom: a parameter is provided, its value matches a fragment, a numeric
 * fact holds. The atoms are combined by <em>all, any, not, implies</em> and <em>count</em>. Linter,
 * generated checkers, JSON Schema and analyser each implement this calculus and nothing else.
 */
@NullMarked
package dev.callsheet.spec.calculus;

import org.jspecify.annotations.NullMarked;
