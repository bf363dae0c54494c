package dev.callsheet.runtime.support;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Sums, products and quotients of parameters; each statement holds where a number is missing or not
 * finite.
 */
public final class Arithmetic {
  private Arithmetic() {}

  /** A value as the number that it is, {@link Double#NaN} for any other value. */
  public static @Nullable Number number(@Nullable Object value) {
    return value == null ? null : value instanceof Number number ? number : (Number) Double.NaN;
  }

  /** Whether the numbers that the items have add up to {@code total}. */
  public static <T> boolean sumEquals(
      @Nullable List<T> items, Function<T, @Nullable Number> term, @Nullable Number total) {
    return total == null || DecimalSums.equal(items, term, total);
  }

  /** Whether they add up to {@code total}, or, where that is not provided, to {@code usual}. */
  public static <T> boolean sumEquals(
      @Nullable List<T> items,
      Function<T, @Nullable Number> term,
      @Nullable Number total,
      double usual) {
    return total == null
        ? DecimalSums.within(items, term, usual, usual)
        : DecimalSums.equal(items, term, total);
  }

  /** Whether the numbers that the items have add up to one within bounds, which may be infinite. */
  public static <T> boolean sumWithin(
      double minimum, double maximum, @Nullable List<T> items, Function<T, @Nullable Number> term) {
    return DecimalSums.within(items, term, minimum, maximum);
  }

  /** Whether the product lies within bounds, which may be infinite. */
  public static boolean productWithin(
      double minimum, double maximum, @Nullable Number one, @Nullable Number other) {
    if (one == null || other == null || !isFinite(one) || !isFinite(other)) {
      return true;
    }
    if (DecimalMath.isExact(one) && DecimalMath.isExact(other)) {
      double first = one.doubleValue();
      double second = other.doubleValue();
      return DecimalMath.compareProduct(first, second, minimum) >= 0
          && DecimalMath.compareProduct(first, second, maximum) <= 0;
    }
    return isWithin(Values.decimal(one).multiply(Values.decimal(other)), minimum, maximum);
  }

  /** Whether the product of any number of factors lies within bounds, which may be infinite. */
  public static boolean productWithin(double minimum, double maximum, @Nullable Number... factors) {
    BigDecimal product = BigDecimal.ONE;
    for (Number factor : factors) {
      if (factor == null || !isFinite(factor)) {
        return true;
      }
      product = product.multiply(Values.decimal(factor));
    }
    return isWithin(product, minimum, maximum);
  }

  /** Whether the quotient lies within bounds, which may be infinite, or the divisor is 0. */
  public static boolean quotientWithin(
      double minimum, double maximum, @Nullable Number dividend, @Nullable Number divisor) {
    if (dividend == null
        || divisor == null
        || !isFinite(dividend)
        || !isFinite(divisor)
        || divisor.doubleValue() == 0) {
      return true;
    }
    if (DecimalMath.isExact(dividend) && DecimalMath.isExact(divisor)) {
      double above = dividend.doubleValue();
      double below = divisor.doubleValue();
      return DecimalMath.compareQuotient(above, below, minimum) >= 0
          && DecimalMath.compareQuotient(above, below, maximum) <= 0;
    }
    BigDecimal quotient =
        Values.decimal(dividend).divide(Values.decimal(divisor), MathContext.DECIMAL128);
    return isWithin(quotient, minimum, maximum);
  }

  /** All items of the lists that the items have. */
  public static <T, U> List<U> flatten(
      @Nullable List<T> items, Function<T, @Nullable List<U>> inner) {
    List<U> flat = new ArrayList<>();
    if (items != null) {
      for (T item : items) {
        List<U> more = inner.apply(item);
        if (more != null) {
          flat.addAll(more);
        }
      }
    }
    return flat;
  }

  /** Whether a number can be calculated with: neither infinite nor {@link Double#NaN}. */
  static boolean isFinite(Number number) {
    return !(number instanceof Double || number instanceof Float)
        || Double.isFinite(number.doubleValue());
  }

  private static boolean isWithin(BigDecimal number, double minimum, double maximum) {
    return (Double.isInfinite(minimum) || number.compareTo(BigDecimal.valueOf(minimum)) >= 0)
        && (Double.isInfinite(maximum) || number.compareTo(BigDecimal.valueOf(maximum)) <= 0);
  }
}
