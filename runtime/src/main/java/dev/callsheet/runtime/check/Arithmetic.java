package dev.callsheet.runtime.check;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Sums, products and quotients of parameters; each statement holds where a number is missing. */
public final class Arithmetic {
  private Arithmetic() {}

  /** Whether the numbers that the items have add up to {@code total}. */
  public static <T> boolean sumEquals(
      @Nullable List<T> items, Function<T, @Nullable Number> term, @Nullable Number total) {
    if (items == null || items.isEmpty() || total == null) {
      return true;
    }
    BigDecimal sum = BigDecimal.ZERO;
    boolean any = false;
    for (int i = 0; i < items.size(); i++) {
      Number number = term.apply(items.get(i));
      if (number != null) {
        sum = sum.add(Values.decimal(number));
        any = true;
      }
    }
    return !any || sum.compareTo(Values.decimal(total)) == 0;
  }

  /** Whether the product lies within bounds; a null bound is no bound. */
  public static boolean productWithin(
      @Nullable String minimum, @Nullable String maximum, @Nullable Number... factors) {
    BigDecimal product = BigDecimal.ONE;
    for (Number factor : factors) {
      if (factor == null) {
        return true;
      }
      product = product.multiply(Values.decimal(factor));
    }
    return isWithin(product, minimum, maximum);
  }

  /** Whether the quotient lies within bounds, or the divisor is 0; a null bound is no bound. */
  public static boolean quotientWithin(
      @Nullable String minimum,
      @Nullable String maximum,
      @Nullable Number dividend,
      @Nullable Number divisor) {
    if (dividend == null || divisor == null || Values.decimal(divisor).signum() == 0) {
      return true;
    }
    BigDecimal quotient =
        Values.decimal(dividend).divide(Values.decimal(divisor), MathContext.DECIMAL128);
    return isWithin(quotient, minimum, maximum);
  }

  /** All items of the lists that the items have. */
  public static <T, U> List<U> flat(@Nullable List<T> items, Function<T, @Nullable List<U>> inner) {
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

  private static boolean isWithin(
      BigDecimal number, @Nullable String minimum, @Nullable String maximum) {
    return (minimum == null || number.compareTo(new BigDecimal(minimum)) >= 0)
        && (maximum == null || number.compareTo(new BigDecimal(maximum)) <= 0);
  }
}
