package dev.callsheet.runtime;

import java.math.BigDecimal;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A number that a request gives, or leaves open between bounds. */
public record Amount(BigDecimal minimum, BigDecimal maximum) {
  public static final Amount ONE = exactly(BigDecimal.ONE);

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

  /** {@code 8}, or {@code 3 to 15}. */
  @Override
  public String toString() {
    String least = minimum.toPlainString();
    return isExact() ? least : least + " to " + maximum.toPlainString();
  }
}
