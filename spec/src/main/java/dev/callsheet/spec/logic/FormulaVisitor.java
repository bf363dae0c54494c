package dev.callsheet.spec.logic;

import org.jspecify.annotations.Nullable;

/**
 * Takes a formula apart, with one method for atoms and one for every kind of combination: {@code
 * formula.accept(visitor)} calls the method of the formula's kind. A visitor that lacks a kind does
 * not compile, so a new kind of formula cannot be forgotten by anything that translates formulas.
 *
 * <p>Methods for combinations visit the parts themselves: {@code parts.stream().map(part ->
 * part.accept(this))}. Where the kinds of atoms matter, {@link #visitAtom} takes the atom apart by
 * an {@link AtomVisitor}; what only looks at atoms needs no more than that, see {@link
 * Formula#atoms()}.
 *
 * @param <R> what is made of a formula
 */
public interface FormulaVisitor<R extends @Nullable Object> {
  /** A statement about parameters. */
  R visitAtom(Formula.Atom atom);

  /** Every part holds. */
  R visitAll(Formula.All formula);

  /** At least one part holds. */
  R visitAny(Formula.Any formula);

  /** The part does not hold. */
  R visitNot(Formula.Not formula);

  /** If the condition holds, so does the consequence. */
  R visitImplies(Formula.Implies formula);

  /** As many parts hold as the bounds allow. */
  R visitCount(Formula.Count formula);
}
