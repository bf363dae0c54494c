package dev.callsheet.runtime.internal.messages;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Which of the numbers that there are was perhaps meant. */
public final class NearestNumber {
  private static final BigDecimal THREE = BigDecimal.valueOf(3);

  private NearestNumber() {}

  /**
   * The listed number that is nearest by value, the first of equally near ones; empty where even
   * that differs by more than a third of the number.
   *
   * @param number the one that was given
   * @param value of a listed number
   */
  public static <T> Optional<T> in(
      List<T> listed, BigDecimal number, Function<T, BigDecimal> value) {
    Optional<T> nearest = Optional.empty();
    BigDecimal limit = number.abs();
    for (T candidate : listed) {
      BigDecimal tripled = value.apply(candidate).subtract(number).abs().multiply(THREE);
      int closer = tripled.compareTo(limit);
      if (closer < 0 || (closer == 0 && nearest.isEmpty())) {
        nearest = Optional.of(candidate);
        limit = tripled;
      }
    }
    return nearest;
  }
}
