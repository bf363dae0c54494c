package dev.callsheet.importer.internal.condition;

import org.jspecify.annotations.Nullable;

/**
 * Takes conditions apart, each kind by a method of its own.
 *
 * @param <R> what is made of one
 */
public interface ConditionVisitor<R extends @Nullable Object> {
  /** Of what holds always or never. */
  R visitConstant(Condition.Constant condition);

  /** Of a parameter that is provided. */
  R visitProvided(Condition.Provided condition);

  /** Of a parameter that matches. */
  R visitMatches(Condition.Matches condition);

  /** Of combinations of values. */
  R visitRows(Condition.Rows condition);

  /** Of conditions that all hold. */
  R visitAll(Condition.All condition);

  /** Of conditions of which one holds. */
  R visitAny(Condition.Any condition);

  /** Of conditions of which exactly one holds. */
  R visitExactlyOne(Condition.ExactlyOne condition);

  /** Of what does not hold. */
  R visitNot(Condition.Not condition);

  /** Of an implication. */
  R visitImplies(Condition.Implies condition);
}
