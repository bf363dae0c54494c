package dev.callsheet.runtime.support;

import java.math.BigDecimal;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Compares sums in decimals, without garbage while the numbers have few digits. Every statement
 * holds where there are no terms, or one that is not finite.
 */
final class DecimalSums {
  /** What a sum may be made of: so many units are a {@code double} without loss. */
  private static final double EXACT_DECIMAL_LIMIT = 1e15;

  private DecimalSums() {}

  /** Whether the terms add up to a number. */
  static <T> boolean equal(
      @Nullable List<T> items, Function<T, @Nullable Number> term, Number total) {
    if (!Arithmetic.isFinite(total)) {
      return true;
    }
    if (DecimalMath.isExact(total)) {
      return within(items, term, total.doubleValue(), total.doubleValue());
    }
    BigDecimal exact = Values.decimal(total);
    return items == null || withinExactly(items, term, exact, exact);
  }

  /** Whether the terms add up to a number within bounds, which may be infinite. */
  static <T> boolean within(
      @Nullable List<T> items, Function<T, @Nullable Number> term, double minimum, double maximum) {
    if (items == null || !hasOnlyFiniteTerms(items, term)) {
      return true;
    }
    double power = powerOfTen(items, term, commonPower(powerOf(minimum), powerOf(maximum)));
    if (power == 0) {
      return withinExactly(items, term, exactBound(minimum), exactBound(maximum));
    }
    double units = 0;
    boolean any = false;
    for (int i = 0; i < items.size(); i++) {
      Number number = term.apply(items.get(i));
      if (number != null) {
        units += Math.rint(number.doubleValue() * power);
        any = true;
      }
    }
    if (Math.abs(units) >= EXACT_DECIMAL_LIMIT) {
      return withinExactly(items, term, exactBound(minimum), exactBound(maximum));
    }
    return !any || (units >= Math.rint(minimum * power) && units <= Math.rint(maximum * power));
  }

  private static <T> boolean hasOnlyFiniteTerms(List<T> items, Function<T, @Nullable Number> term) {
    for (int i = 0; i < items.size(); i++) {
      Number number = term.apply(items.get(i));
      if (number != null && !Arithmetic.isFinite(number)) {
        return false;
      }
    }
    return true;
  }

  /** The power of ten that makes a bound whole; 0 when there is none. */
  private static double powerOf(double bound) {
    return Double.isInfinite(bound) ? 1 : DecimalMath.powerOfTen(bound);
  }

  /** The power of ten that makes the terms whole as well; 0 when there is none for one of them. */
  private static <T> double powerOfTen(
      List<T> items, Function<T, @Nullable Number> term, double powerOfBounds) {
    double power = powerOfBounds;
    for (int i = 0; i < items.size() && power > 0; i++) {
      Number number = term.apply(items.get(i));
      if (number != null) {
        double own = DecimalMath.isExact(number) ? DecimalMath.powerOfTen(number.doubleValue()) : 0;
        power = commonPower(power, own);
      }
    }
    return power;
  }

  private static double commonPower(double one, double other) {
    return one == 0 || other == 0 ? 0 : Math.max(one, other);
  }

  private static @Nullable BigDecimal exactBound(double bound) {
    return Double.isInfinite(bound) ? null : BigDecimal.valueOf(bound);
  }

  private static <T> boolean withinExactly(
      List<T> items,
      Function<T, @Nullable Number> term,
      @Nullable BigDecimal minimum,
      @Nullable BigDecimal maximum) {
    BigDecimal sum = BigDecimal.ZERO;
    boolean any = false;
    for (int i = 0; i < items.size(); i++) {
      Number number = term.apply(items.get(i));
      if (number != null && !Arithmetic.isFinite(number)) {
        return true;
      }
      if (number != null) {
        sum = sum.add(Values.decimal(number));
        any = true;
      }
    }
    return !any
        || ((minimum == null || sum.compareTo(minimum) >= 0)
            && (maximum == null || sum.compareTo(maximum) <= 0));
  }
}
