package dev.callsheet.spec.logic;

import org.jspecify.annotations.Nullable;

/**
 * Takes the body of a rule apart, with one method for every form: {@code body.accept(visitor)}
 * calls the method of the body's form. It is for what shows rules as they are written; what a rule
 * means says {@link RuleBody#toFormula()}.
 *
 * @param <R> what is made of a body
 */
public interface RuleBodyVisitor<R extends @Nullable Object> {
  /** Exactly one alternative holds. */
  R visitExactlyOneOf(RuleBody.ExactlyOneOf body);

  /** At least one alternative holds. */
  R visitAtLeastOneOf(RuleBody.AtLeastOneOf body);

  /** No two alternatives hold. */
  R visitAtMostOneOf(RuleBody.AtMostOneOf body);

  /** All of the parameters are provided, or none. */
  R visitAllOrNone(RuleBody.AllOrNone body);

  /** Consequences of a condition. */
  R visitConditional(RuleBody.Conditional body);

  /** One of the combinations of values. */
  R visitCombinations(RuleBody.Combinations body);

  /** Values that decide what others may be. */
  R visitTable(RuleBody.Table body);

  /** A sum equals a total. */
  R visitSum(RuleBody.Sum body);

  /** A sum within bounds. */
  R visitBoundedSum(RuleBody.BoundedSum body);

  /** A product or a quotient within bounds. */
  R visitMeasure(RuleBody.Measure body);

  /** Items of several lists together within bounds. */
  R visitItemsTogether(RuleBody.ItemsTogether body);

  /** Placeholders in texts name items of a list. */
  R visitPlaceholderReferences(RuleBody.PlaceholderReferences body);
}
