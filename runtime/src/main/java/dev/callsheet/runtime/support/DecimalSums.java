package dev.callsheet.runtime.support;

import java.math.BigDecimal;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Compares sums in decimals, without garbage while the numbers have few digits. */
final class DecimalSums {
  /** What a sum may be made of: so many units are a {@code double} without loss. */
  private static final double EXACT_DECIMAL_LIMIT = 1e15;

  private DecimalSums() {}

  /** Whether the terms there are add up to a number; whether there are none. */
  static <T> boolean equal(
      @Nullable List<T> items, Function<T, @Nullable Number> term, Number total) {
    if (items == null) {
      return true;
    }
    if (DecimalMath.isExact(total)) {
      return equal(items, term, total.doubleValue());
    }
    return equalExactly(items, term, Values.decimal(total));
  }

  /** The same, of a number that has been a {@code double} all along. */
  static <T> boolean equal(
      @Nullable List<T> items, Function<T, @Nullable Number> term, double total) {
    if (items == null) {
      return true;
    }
    double power = powerOfTen(items, term, total);
    if (power == 0) {
      return equalExactly(items, term, BigDecimal.valueOf(total));
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
      return equalExactly(items, term, BigDecimal.valueOf(total));
    }
    return !any || units == Math.rint(total * power);
  }

  /** The power of ten that makes all of them whole; 0 when there is none for one of them. */
  private static <T> double powerOfTen(
      List<T> items, Function<T, @Nullable Number> term, double total) {
    double power = DecimalMath.powerOfTen(total);
    for (int i = 0; i < items.size() && power > 0; i++) {
      Number number = term.apply(items.get(i));
      if (number != null) {
        double own = DecimalMath.isExact(number) ? DecimalMath.powerOfTen(number.doubleValue()) : 0;
        power = own == 0 ? 0 : Math.max(power, own);
      }
    }
    return power;
  }

  private static <T> boolean equalExactly(
      List<T> items, Function<T, @Nullable Number> term, BigDecimal total) {
    BigDecimal sum = BigDecimal.ZERO;
    boolean any = false;
    for (int i = 0; i < items.size(); i++) {
      Number number = term.apply(items.get(i));
      if (number != null) {
        sum = sum.add(Values.decimal(number));
        any = true;
      }
    }
    return !any || sum.compareTo(total) == 0;
  }
}
