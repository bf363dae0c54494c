package dev.callsheet.runtime.support;

import java.math.BigDecimal;
import java.math.MathContext;

/**
 * Decides in binary what is meant in decimals: a {@code double} stands for the shortest decimal
 * that it is the nearest to. Exact, and without garbage unless numbers have many digits.
 */
final class DecimalMath {
  /** Below this, every whole number is a {@code double}. */
  private static final double EXACT_INTEGER_LIMIT = 1L << 53;

  /** Below this, no two decimals of so many units have the same nearest {@code double}. */
  private static final double EXACT_DECIMAL_LIMIT = 1e15;

  /** Powers of ten up to this are exact. */
  private static final int MAX_EXPONENT = 15;

  /** How far a quotient of doubles may be from that of the decimals, in parts of itself. */
  private static final double QUOTIENT_TOLERANCE = 1e-12;

  private DecimalMath() {}

  /** Whether a number is a {@code double} without loss. */
  static boolean isExact(Number number) {
    return number instanceof Integer
        || number instanceof Double
        || (number instanceof Long && isWhole(number.doubleValue()));
  }

  static boolean isMultiple(double value, double step) {
    double power = powerOfTen(step);
    double unit = Math.rint(step * power);
    double whole = Math.rint(value / step) * unit;
    if (power > 0 && Math.abs(whole) < EXACT_DECIMAL_LIMIT) {
      return whole / power == value;
    }
    return BigDecimal.valueOf(value).remainder(BigDecimal.valueOf(step)).signum() == 0;
  }

  /** -1, 0 or 1, as the product of two numbers is less than a bound, equal or more. */
  static int compareProduct(double one, double other, double bound) {
    double product = one * other;
    if (isClearlyDifferent(product, bound)) {
      return Double.compare(product, bound);
    }
    if (isWhole(one)
        && isWhole(other)
        && isWhole(bound)
        && Math.abs(product) < EXACT_INTEGER_LIMIT) {
      return Double.compare(product, bound);
    }
    return BigDecimal.valueOf(one)
        .multiply(BigDecimal.valueOf(other))
        .compareTo(BigDecimal.valueOf(bound));
  }

  /** The same for their quotient; the divisor is not 0. */
  static int compareQuotient(double dividend, double divisor, double bound) {
    double quotient = dividend / divisor;
    if (isClearlyDifferent(quotient, bound)) {
      return Double.compare(quotient, bound);
    }
    double power = powerOfTen(bound);
    double scaled = dividend * power;
    double limit = Math.rint(bound * power) * divisor;
    if (power > 0 && isWhole(dividend) && isWhole(divisor) && isWhole(scaled) && isWhole(limit)) {
      return divisor > 0 ? Double.compare(scaled, limit) : Double.compare(limit, scaled);
    }
    return BigDecimal.valueOf(dividend)
        .divide(BigDecimal.valueOf(divisor), MathContext.DECIMAL128)
        .compareTo(BigDecimal.valueOf(bound));
  }

  /** The power of ten that makes a number whole; 0 when it has too many digits for that. */
  static double powerOfTen(double number) {
    double power = 1;
    for (int i = 0; i <= MAX_EXPONENT; i++, power *= 10) {
      double units = Math.rint(number * power);
      if (units / power == number && Math.abs(units) < EXACT_DECIMAL_LIMIT) {
        return power;
      }
    }
    return 0;
  }

  private static boolean isClearlyDifferent(double number, double bound) {
    return Double.isInfinite(bound)
        || Math.abs(number - bound)
            > QUOTIENT_TOLERANCE * Math.max(Math.abs(number), Math.abs(bound));
  }

  private static boolean isWhole(double number) {
    return Math.rint(number) == number && Math.abs(number) < EXACT_INTEGER_LIMIT;
  }
}
