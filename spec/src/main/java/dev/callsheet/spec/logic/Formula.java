package dev.callsheet.spec.logic;

import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A statement about a request that holds or does not. Paths are relative to the scope it is read
 * in: the task, or an item of a list. A path through every item of a list ({@code []}) is provided
 * when at least one item provides it, and matches when every value found there does.
 */
public sealed interface Formula {
  /** The parameter's key is there, whatever its value. */
  record Provided(ParameterPath path) implements Formula {}

  /** The parameter is provided and its value matches. */
  record Matches(ParameterPath path, SchemaFragment fragment) implements Formula {}

  /**
   * The sum of all numbers at {@code terms} equals the number at {@code total}; when that is not
   * provided, its default. Holds when either side has no number to offer.
   */
  record SumEquals(ParameterPath terms, ParameterPath total, @Nullable BigDecimal totalDefault)
      implements Formula {}

  /** The product of the numbers lies within bounds. Holds when one of them is missing. */
  record ProductWithin(
      List<ParameterPath> factors, @Nullable BigDecimal minimum, @Nullable BigDecimal maximum)
      implements Formula {}

  /** The quotient lies within bounds. Holds when one of the two is missing, or the divisor is 0. */
  record QuotientWithin(
      ParameterPath dividend,
      ParameterPath divisor,
      @Nullable BigDecimal minimum,
      @Nullable BigDecimal maximum)
      implements Formula {}

  /**
   * Every number that {@code pattern}'s first group finds in the texts is from 1 to the number of
   * items of {@code list}; a list that is not provided has none.
   */
  record PlaceholdersWithin(List<ParameterPath> texts, String pattern, ParameterPath list)
      implements Formula {}

  /** Every one holds. */
  record All(List<Formula> parts) implements Formula {}

  /** At least one holds. */
  record Any(List<Formula> parts) implements Formula {}

  /** It does not hold. */
  record Not(Formula part) implements Formula {}

  /** If the condition holds, so does the consequence. */
  record Implies(Formula condition, Formula consequence) implements Formula {}

  /** From {@code minimum} to {@code maximum} of them hold. */
  record Count(int minimum, int maximum, List<Formula> parts) implements Formula {}
}
