package dev.callsheet.runtime;

import java.math.BigDecimal;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * A number that a request gives, or leaves open between bounds. Two are equal that are the same
 * number, however it was written.
 */
public record Amount(BigDecimal minimum, BigDecimal maximum) {
  public static final Amount ZERO = exactly(BigDecimal.ZERO);
  public static final Amount ONE = exactly(BigDecimal.ONE);

  /** Bounds, which belong to it. */
  public Amount {
    minimum = withoutTrailingZeros(minimum);
    maximum = withoutTrailingZeros(maximum);
  }

  /** A number that is known. */
  public static Amount exactly(BigDecimal value) {
    return new Amount(value, value);
  }

  /** A number that is known, in decimals. */
  public static Amount exactly(String value) {
    return exactly(new BigDecimal(value));
  }

  /** A number somewhere between two, or one of them, in decimals. */
  public static Amount between(String minimum, String maximum) {
    return new Amount(new BigDecimal(minimum), new BigDecimal(maximum));
  }

  /** The number that a parameter's value is; empty for a value that is none, or is none finite. */
  public static Optional<Amount> of(@Nullable Object value) {
    if (value instanceof Amount amount) {
      return Optional.of(amount);
    }
    if (value instanceof BigDecimal number) {
      return Optional.of(exactly(number));
    }
    if (value instanceof Double || value instanceof Float) {
      double number = ((Number) value).doubleValue();
      return Double.isFinite(number)
          ? Optional.of(exactly(new BigDecimal(value.toString())))
          : Optional.empty();
    }
    return value instanceof Integer || value instanceof Long
        ? Optional.of(exactly(BigDecimal.valueOf(((Number) value).longValue())))
        : Optional.empty();
  }

  public boolean isExact() {
    return minimum.compareTo(maximum) == 0;
  }

  /** The sum. */
  public Amount plus(Amount other) {
    return new Amount(minimum.add(other.minimum), maximum.add(other.maximum));
  }

  /** The product of two amounts that are not negative. */
  public Amount times(Amount other) {
    return new Amount(minimum.multiply(other.minimum), maximum.multiply(other.maximum));
  }

  /** What a function makes of it that never falls: rounding, say. */
  public Amount map(UnaryOperator<BigDecimal> function) {
    return new Amount(function.apply(minimum), function.apply(maximum));
  }

  private static BigDecimal withoutTrailingZeros(BigDecimal number) {
    BigDecimal stripped = number.stripTrailingZeros();
    return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
  }

  /** {@code 8}, or {@code 3 to 15}. */
  @Override
  public String toString() {
    String least = minimum.toPlainString();
    return isExact() ? least : least + " to " + maximum.toPlainString();
  }
}
