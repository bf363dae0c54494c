package dev.callsheet.spec.calculus;

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
public final class Arithmetic {
  private Arithmetic() {}

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

  static Truth of(Formula atom, Place scope, Doubt doubt) {
    if (atom instanceof Formula.SumEquals sum) {
      return sum(sum, scope, doubt);
    }
    if (atom instanceof Formula.ProductWithin product) {
      return numbers(product.factors(), scope, doubt)
          .map(factors -> Truth.of(holds(product, factors)))
          .orElse(Truth.TRUE);
    }
    if (atom instanceof Formula.QuotientWithin quotient) {
      return numbers(List.of(quotient.dividend(), quotient.divisor()), scope, doubt)
          .map(pair -> Truth.of(holds(quotient, pair)))
          .orElse(Truth.TRUE);
    }
    throw new IllegalArgumentException("not a numeric atom: " + atom);
  }

  private static Truth sum(Formula.SumEquals sum, Place scope, Doubt doubt) {
    Walk terms = Walk.from(scope, sum.terms(), doubt);
    Walk totals = Walk.from(scope, sum.total(), doubt);
    if (terms.obstructed()
        || totals.obstructed()
        || terms.places().stream().anyMatch(doubt::ofValue)
        || totals.places().stream().anyMatch(doubt::ofValue)) {
      return Truth.UNKNOWN;
    }
    List<BigDecimal> numbers = new ArrayList<>();
    for (Place term : terms.places()) {
      number(term).ifPresent(numbers::add);
    }
    BigDecimal total =
        totals.places().isEmpty()
            ? sum.totalDefault()
            : number(totals.places().get(0)).orElse(null);
    if (numbers.isEmpty() || numbers.size() < terms.places().size() || total == null) {
      return Truth.TRUE;
    }
    BigDecimal found = numbers.stream().reduce(BigDecimal.ZERO, BigDecimal::add);
    return Truth.of(found.compareTo(total) == 0);
  }

  /** One number for each path; empty when one of them has none, or is in doubt. */
  private static Optional<List<BigDecimal>> numbers(List<Path> paths, Place scope, Doubt doubt) {
    List<BigDecimal> numbers = new ArrayList<>();
    for (Path path : paths) {
      Place place = Walk.from(scope, path, doubt).only();
      if (place == null || doubt.ofValue(place)) {
        return Optional.empty();
      }
      number(place).ifPresent(numbers::add);
    }
    return numbers.size() == paths.size() ? Optional.of(numbers) : Optional.empty();
  }

  private static Optional<BigDecimal> number(Place place) {
    return place.value().isNumber()
        ? Optional.of(Numbers.of(place.value())).filter(Numbers::isCalculable)
        : Optional.empty();
  }

  private static boolean isWithin(
      BigDecimal value, @Nullable BigDecimal minimum, @Nullable BigDecimal maximum) {
    return (minimum == null || value.compareTo(minimum) >= 0)
        && (maximum == null || value.compareTo(maximum) <= 0);
  }
}
