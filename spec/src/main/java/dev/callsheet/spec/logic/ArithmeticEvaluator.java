package dev.callsheet.spec.logic;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Evaluates the numeric atoms. Each holds when one of its numbers is missing, is not a number, or
 * is too large to calculate with ({@link JsonNumbers#isCalculable}).
 */
public final class ArithmeticEvaluator {
  private ArithmeticEvaluator() {}

  /** Whether a sum lies within the bounds. */
  public static boolean holds(Formula.SumWithin bounds, BigDecimal sum) {
    return JsonNumbers.isWithin(sum, bounds.minimum(), bounds.maximum());
  }

  /** Whether the product of these numbers lies within the bounds. */
  public static boolean holds(Formula.ProductWithin product, List<BigDecimal> factors) {
    BigDecimal value = factors.stream().reduce(BigDecimal.ONE, BigDecimal::multiply);
    return JsonNumbers.isWithin(value, product.minimum(), product.maximum());
  }

  /**
   * Whether a quotient lies within the bounds, to 34 digits; true for a divisor of 0.
   *
   * @param pair the dividend and the divisor
   */
  public static boolean holds(Formula.QuotientWithin quotient, List<BigDecimal> pair) {
    if (pair.get(1).signum() == 0) {
      return true;
    }
    BigDecimal value = pair.get(0).divide(pair.get(1), MathContext.DECIMAL128);
    return JsonNumbers.isWithin(value, quotient.minimum(), quotient.maximum());
  }

  static TruthValue evaluate(
      Formula.ProductWithin product, JsonLocation scope, UnreliableValues unreliable) {
    return numbers(product.factors(), scope, unreliable)
        .map(factors -> TruthValue.of(holds(product, factors)))
        .orElse(TruthValue.TRUE);
  }

  static TruthValue evaluate(
      Formula.QuotientWithin quotient, JsonLocation scope, UnreliableValues unreliable) {
    return numbers(List.of(quotient.dividend(), quotient.divisor()), scope, unreliable)
        .map(pair -> TruthValue.of(holds(quotient, pair)))
        .orElse(TruthValue.TRUE);
  }

  static TruthValue evaluate(
      Formula.SumEquals sum, JsonLocation scope, UnreliableValues unreliable) {
    PathResolution terms = PathResolution.resolve(scope, sum.terms(), unreliable);
    PathResolution totals = PathResolution.resolve(scope, sum.total(), unreliable);
    if (terms.isUncertain()
        || totals.isUncertain()
        || terms.locations().stream().anyMatch(unreliable::isUnreliable)
        || totals.locations().stream().anyMatch(unreliable::isUnreliable)) {
      return TruthValue.UNKNOWN;
    }
    BigDecimal total =
        totals.locations().isEmpty()
            ? sum.totalDefault()
            : number(totals.locations().get(0)).orElse(null);
    return total == null
        ? TruthValue.TRUE
        : sumOf(terms)
            .map(found -> TruthValue.of(found.compareTo(total) == 0))
            .orElse(TruthValue.TRUE);
  }

  static TruthValue evaluate(
      Formula.SumWithin bounds, JsonLocation scope, UnreliableValues unreliable) {
    PathResolution terms = PathResolution.resolve(scope, bounds.terms(), unreliable);
    if (terms.isUncertain() || terms.locations().stream().anyMatch(unreliable::isUnreliable)) {
      return TruthValue.UNKNOWN;
    }
    return sumOf(terms).map(found -> TruthValue.of(holds(bounds, found))).orElse(TruthValue.TRUE);
  }

  /** The sum of all values; empty when there is none, or one that is no number. */
  private static Optional<BigDecimal> sumOf(PathResolution terms) {
    List<BigDecimal> numbers =
        terms.locations().stream().flatMap(term -> number(term).stream()).toList();
    return numbers.isEmpty() || numbers.size() < terms.locations().size()
        ? Optional.empty()
        : Optional.of(numbers.stream().reduce(BigDecimal.ZERO, BigDecimal::add));
  }

  /** One number for each path; empty when one of them has none, or an unreliable one. */
  private static Optional<List<BigDecimal>> numbers(
      List<ParameterPath> paths, JsonLocation scope, UnreliableValues unreliable) {
    List<BigDecimal> numbers = new ArrayList<>();
    for (ParameterPath path : paths) {
      JsonLocation location = PathResolution.resolve(scope, path, unreliable).single();
      if (location == null || unreliable.isUnreliable(location)) {
        return Optional.empty();
      }
      number(location).ifPresent(numbers::add);
    }
    return numbers.size() == paths.size() ? Optional.of(numbers) : Optional.empty();
  }

  private static Optional<BigDecimal> number(JsonLocation location) {
    return location.value().isNumber()
        ? Optional.of(JsonNumbers.decimalValue(location.value())).filter(JsonNumbers::isCalculable)
        : Optional.empty();
  }
}
