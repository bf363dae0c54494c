package dev.callsheet.spec.logic;

import org.jspecify.annotations.Nullable;

/**
 * Takes a formula apart, with one method for every kind: {@code formula.accept(visitor)} calls the
 * method of the formula's kind. A visitor that lacks a kind does not compile, so a new kind of
 * formula cannot be forgotten by anything that translates formulas. Methods for combinations visit
 * the parts themselves: {@code parts.stream().map(part -> part.accept(this))}.
 *
 * <p>What only looks at atoms, wherever they stand in a formula, needs no visitor: see {@link
 * Formula#atoms()}, {@link Formula#children()} and {@link Formula#parameters()}. Where kinds not
 * named are really to be treated alike, extend {@link Default} and name the method of the default.
 *
 * @param <R> what is made of a formula
 */
public interface FormulaVisitor<R extends @Nullable Object> {
  /** A parameter is provided. */
  R visitProvided(Formula.Provided formula);

  /** A parameter matches a fragment. */
  R visitMatches(Formula.Matches formula);

  /** A sum equals a number. */
  R visitSumEquals(Formula.SumEquals formula);

  /** A product lies within bounds. */
  R visitProductWithin(Formula.ProductWithin formula);

  /** A quotient lies within bounds. */
  R visitQuotientWithin(Formula.QuotientWithin formula);

  /** Placeholders in texts name items of a list. */
  R visitPlaceholdersWithin(Formula.PlaceholdersWithin formula);

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

  /**
   * A visitor that treats alike every kind that it does not override, kinds to come included.
   * Extend it only where that is meant.
   *
   * @param <R> what is made of a formula
   */
  abstract class Default<R extends @Nullable Object> implements FormulaVisitor<R> {
    /** What is made of every kind whose method is not overridden. */
    protected abstract R visitOther(Formula formula);

    @Override
    public R visitProvided(Formula.Provided formula) {
      return visitOther(formula);
    }

    @Override
    public R visitMatches(Formula.Matches formula) {
      return visitOther(formula);
    }

    @Override
    public R visitSumEquals(Formula.SumEquals formula) {
      return visitOther(formula);
    }

    @Override
    public R visitProductWithin(Formula.ProductWithin formula) {
      return visitOther(formula);
    }

    @Override
    public R visitQuotientWithin(Formula.QuotientWithin formula) {
      return visitOther(formula);
    }

    @Override
    public R visitPlaceholdersWithin(Formula.PlaceholdersWithin formula) {
      return visitOther(formula);
    }

    @Override
    public R visitAll(Formula.All formula) {
      return visitOther(formula);
    }

    @Override
    public R visitAny(Formula.Any formula) {
      return visitOther(formula);
    }

    @Override
    public R visitNot(Formula.Not formula) {
      return visitOther(formula);
    }

    @Override
    public R visitImplies(Formula.Implies formula) {
      return visitOther(formula);
    }

    @Override
    public R visitCount(Formula.Count formula) {
      return visitOther(formula);
    }
  }
}
