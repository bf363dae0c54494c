package dev.callsheet.spec.logic;

import org.jspecify.annotations.Nullable;

/**
 * Takes an atom apart, with one method for every kind: {@code atom.acceptAtom(visitor)} calls the
 * method of the atom's kind. A visitor that lacks a kind does not compile. What looks at atoms
 * wherever they stand in a formula needs no {@link FormulaVisitor}: {@link Formula#atoms()} lists
 * them.
 *
 * @param <R> what is made of an atom
 */
public interface AtomVisitor<R extends @Nullable Object> {
  /** A parameter is provided. */
  R visitProvided(Formula.Provided atom);

  /** A parameter matches a fragment. */
  R visitMatches(Formula.Matches atom);

  /** A sum equals a number. */
  R visitSumEquals(Formula.SumEquals atom);

  /** A sum lies within bounds. */
  R visitSumWithin(Formula.SumWithin atom);

  /** A product lies within bounds. */
  R visitProductWithin(Formula.ProductWithin atom);

  /** A quotient lies within bounds. */
  R visitQuotientWithin(Formula.QuotientWithin atom);

  /** Placeholders in texts name items of a list. */
  R visitPlaceholdersWithin(Formula.PlaceholdersWithin atom);
}
