package dev.callsheet.spec.logic;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The numeric atoms of the calculus. Each holds when a number it speaks of is not there, is no
 * number, or is too large to calculate with.
 */
public final class ArithmeticEvaluator {
  private ArithmeticEvaluator() {}

  /** Whether the product of these numbers lies within the bounds. */
  public static boolean holds(Formula.ProductWithin product, List<BigDecimal> factors) {
    BigDecimal value = factors.stream().reduce(BigDecimal.ONE, BigDecimal::multiply);
    return isWithin(value, product.minimum(), product.maximum());
  }

  /** Whether the first of two numbers by the second lies within the bounds; so when that is 0. */
  public static boolean holds(Formula.QuotientWithin quotient, List<BigDecimal> pair) {
    if (pair.get(1).signum() == 0) {
      return true;
    }
    BigDecimal value = pair.get(0).divide(pair.get(1), MathContext.DECIMAL128);
    return isWithin(value, quotient.minimum(), quotient.maximum());
  }

  static TruthValue evaluate(Formula atom, JsonLocation scope, UnreliableValues doubt) {
    if (atom instanceof Formula.SumEquals sum) {
      return evaluateSum(sum, scope, doubt);
    }
    if (atom instanceof Formula.ProductWithin product) {
      return numbers(product.factors(), scope, doubt)
          .map(factors -> TruthValue.of(holds(product, factors)))
          .orElse(TruthValue.TRUE);
    }
    if (atom instanceof Formula.QuotientWithin quotient) {
      return numbers(List.of(quotient.dividend(), quotient.divisor()), scope, doubt)
          .map(pair -> TruthValue.of(holds(quotient, pair)))
          .orElse(TruthValue.TRUE);
    }
    throw new IllegalArgumentException("not a numeric atom: " + atom);
  }

  private static TruthValue evaluateSum(
      Formula.SumEquals sum, JsonLocation scope, UnreliableValues doubt) {
    PathResolution terms = PathResolution.resolve(scope, sum.terms(), doubt);
    PathResolution totals = PathResolution.resolve(scope, sum.total(), doubt);
    if (terms.isUncertain()
        || totals.isUncertain()
        || terms.locations().stream().anyMatch(doubt::isUnreliable)
        || totals.locations().stream().anyMatch(doubt::isUnreliable)) {
      return TruthValue.UNKNOWN;
    }
    List<BigDecimal> numbers = new ArrayList<>();
    for (JsonLocation term : terms.locations()) {
      number(term).ifPresent(numbers::add);
    }
    BigDecimal total =
        totals.locations().isEmpty()
            ? sum.totalDefault()
            : number(totals.locations().get(0)).orElse(null);
    if (numbers.isEmpty() || numbers.size() < terms.locations().size() || total == null) {
      return TruthValue.TRUE;
    }
    BigDecimal found = numbers.stream().reduce(BigDecimal.ZERO, BigDecimal::add);
    return TruthValue.of(found.compareTo(total) == 0);
  }

  /** One number for each path; empty when one of them has none, or is in doubt. */
  private static Optional<List<BigDecimal>> numbers(
      List<ParameterPath> paths, JsonLocation scope, UnreliableValues doubt) {
    List<BigDecimal> numbers = new ArrayList<>();
    for (ParameterPath path : paths) {
      JsonLocation place = PathResolution.resolve(scope, path, doubt).single();
      if (place == null || doubt.isUnreliable(place)) {
        return Optional.empty();
      }
      number(place).ifPresent(numbers::add);
    }
    return numbers.size() == paths.size() ? Optional.of(numbers) : Optional.empty();
  }

  private static Optional<BigDecimal> number(JsonLocation place) {
    return place.value().isNumber()
        ? Optional.of(JsonNumbers.decimalValue(place.value())).filter(JsonNumbers::isCalculable)
        : Optional.empty();
  }

  private static boolean isWithin(
      BigDecimal value, @Nullable BigDecimal minimum, @Nullable BigDecimal maximum) {
    return (minimum == null || value.compareTo(minimum) >= 0)
        && (maximum == null || value.compareTo(maximum) <= 0);
  }
}
