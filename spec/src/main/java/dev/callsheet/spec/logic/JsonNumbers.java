package dev.callsheet.spec.logic;

import java.math.BigDecimal;
import java.math.BigInteger;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** JSON numbers as exact decimals, at a cost that does not grow with their exponents. */
public final class JsonNumbers {
  /** Beyond this many places before or after the point, a number is not calculated with. */
  private static final int MAX_SCALE = 300;

  private static final BigDecimal INFINITY_SUBSTITUTE = new BigDecimal("1e400");

  private JsonNumbers() {}

  /** The number's exact value; one that was parsed as infinite counts as 1e400. */
  public static BigDecimal decimalValue(JsonNode number) {
    if ((number.isDouble() || number.isFloat()) && !Double.isFinite(number.doubleValue())) {
      return number.doubleValue() > 0 ? INFINITY_SUBSTITUTE : INFINITY_SUBSTITUTE.negate();
    }
    return number.decimalValue();
  }

  /** Whether the value is whole, however it is written: {@code 5.0} is. */
  static boolean isWhole(JsonNode number) {
    return number.isIntegralNumber() || decimalValue(number).stripTrailingZeros().scale() <= 0;
  }

  /** Whether a number lies within bounds, themselves included; a null bound is no bound. */
  static boolean isWithin(
      BigDecimal value, @Nullable BigDecimal minimum, @Nullable BigDecimal maximum) {
    return (minimum == null || value.compareTo(minimum) >= 0)
        && (maximum == null || value.compareTo(maximum) <= 0);
  }

  /** Whether {@code value / step} is whole, exactly. */
  static boolean isMultiple(BigDecimal value, BigDecimal step) {
    BigInteger digits = value.unscaledValue();
    BigInteger stepDigits = step.unscaledValue();
    if (digits.signum() == 0) {
      return true;
    }
    long shift = (long) step.scale() - value.scale();
    if (shift >= 0) {
      BigInteger modulus = stepDigits.abs();
      BigInteger power = BigInteger.TEN.modPow(BigInteger.valueOf(shift), modulus);
      return digits.multiply(power).mod(modulus).signum() == 0;
    }
    // The step's own power of ten would be greater than the value's digits: no multiple but 0.
    if (-shift > value.precision()) {
      return false;
    }
    BigInteger divisor = stepDigits.multiply(BigInteger.TEN.pow((int) -shift));
    return digits.mod(divisor.abs()).signum() == 0;
  }

  /** The smallest positive number that is a multiple of two others. */
  public static BigDecimal leastCommonMultiple(BigDecimal one, BigDecimal other) {
    int scale = Math.max(one.scale(), other.scale());
    BigInteger x = one.setScale(scale).unscaledValue();
    BigInteger y = other.setScale(scale).unscaledValue();
    return new BigDecimal(x.multiply(y).divide(x.gcd(y)), scale);
  }

  /** Whether sums and products with this number stay small enough to write down. */
  public static boolean isCalculable(BigDecimal value) {
    return Math.abs((long) value.scale()) <= MAX_SCALE;
  }
}
