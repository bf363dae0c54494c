package dev.callsheet.runtime.check;

import java.math.BigDecimal;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Compares sums in decimals, without garbage while the numbers have few digits. */
final class Sums {
  /** What a sum may be made of: so many units are a {@code double} without loss. */
  private static final double UNITS = 1e15;

  private Sums() {}

  /** Whether the terms there are add up to a number; whether there are none. */
  static <T> boolean equal(
      @Nullable List<T> items, Function<T, @Nullable Number> term, Number total) {
    if (items == null) {
      return true;
    }
    if (Decimals.isExact(total)) {
      return equal(items, term, total.doubleValue());
    }
    return isExactly(items, term, Values.decimal(total));
  }

  /** The same, of a number that has been a {@code double} all along. */
  static <T> boolean equal(
      @Nullable List<T> items, Function<T, @Nullable Number> term, double total) {
    if (items == null) {
      return true;
    }
    double power = power(items, term, total);
    if (power == 0) {
      return isExactly(items, term, BigDecimal.valueOf(total));
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
    if (Math.abs(units) >= UNITS) {
      return isExactly(items, term, BigDecimal.valueOf(total));
    }
    return !any || units == Math.rint(total * power);
  }

  /** The power of ten that makes all of them whole; 0 when there is none for one of them. */
  private static <T> double power(List<T> items, Function<T, @Nullable Number> term, double total) {
    double power = Decimals.power(total);
    for (int i = 0; i < items.size() && power > 0; i++) {
      Number number = term.apply(items.get(i));
      if (number != null) {
        double own = Decimals.isExact(number) ? Decimals.power(number.doubleValue()) : 0;
        power = own == 0 ? 0 : Math.max(power, own);
      }
    }
    return power;
  }

  private static <T> boolean isExactly(
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
