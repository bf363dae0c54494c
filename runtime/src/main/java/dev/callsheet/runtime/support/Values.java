package dev.callsheet.runtime.support;

import dev.callsheet.runtime.NullableValue;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Predicates on values that may not be provided; all are false of one that is not. */
public final class Values {
  /** So many items are compared each with each. */
  private static final int PAIRWISE_LIMIT = 32;

  private Values() {}

  /** Whether the value is this; numbers by value. */
  public static boolean equal(@Nullable Object value, Object wanted) {
    if (value instanceof Number number && wanted instanceof Number other) {
      boolean isExact = DecimalMath.isExact(number) && DecimalMath.isExact(other);
      return isExact
          ? number.doubleValue() == other.doubleValue()
          : decimal(number).compareTo(decimal(other)) == 0;
    }
    return Objects.equals(value, wanted);
  }

  /** Whether the value is this. */
  public static boolean equal(@Nullable Double value, double wanted) {
    return value != null && value == wanted;
  }

  /** Whether the value is this. */
  public static boolean equal(@Nullable Long value, long wanted) {
    return value != null && value == wanted;
  }

  /** Whether the value is this. */
  public static boolean equal(@Nullable Integer value, int wanted) {
    return value != null && value == wanted;
  }

  /** Whether the value is this. */
  public static boolean equal(@Nullable Boolean value, boolean wanted) {
    return value != null && value == wanted;
  }

  /** Whether the value is {@code minimum} or more. */
  public static boolean atLeast(@Nullable Number value, double minimum) {
    return value != null && value.doubleValue() >= minimum;
  }

  /** Whether the value is {@code maximum} or less. */
  public static boolean atMost(@Nullable Number value, double maximum) {
    return value != null && value.doubleValue() <= maximum;
  }

  /** Whether the value is more than {@code bound}. */
  public static boolean moreThan(@Nullable Number value, double bound) {
    return value != null && value.doubleValue() > bound;
  }

  /** Whether the value is less than {@code bound}. */
  public static boolean lessThan(@Nullable Number value, double bound) {
    return value != null && value.doubleValue() < bound;
  }

  /** Whether the value is a multiple of {@code step}, exactly, in decimals. */
  public static boolean isMultiple(@Nullable Number value, double step) {
    if (value == null) {
      return false;
    }
    return DecimalMath.isExact(value)
        ? DecimalMath.isMultiple(value.doubleValue(), step)
        : decimal(value).remainder(BigDecimal.valueOf(step)).signum() == 0;
  }

  /** Whether a list has from {@code minimum} to {@code maximum} items. */
  public static boolean hasItems(@Nullable List<?> list, int minimum, int maximum) {
    return list != null && list.size() >= minimum && list.size() <= maximum;
  }

  /** Whether an object has from {@code minimum} to {@code maximum} members. */
  public static boolean hasMembers(@Nullable Map<String, ?> object, int minimum, int maximum) {
    return object != null && object.size() >= minimum && object.size() <= maximum;
  }

  /** Whether a value is provided, and null in JSON. */
  public static boolean isNull(@Nullable NullableValue<?> value) {
    return value != null && value.isNull();
  }

  /** The value that is provided; null where none is, and for null in JSON. */
  public static <T> @Nullable T orNull(@Nullable NullableValue<T> value) {
    return value == null ? null : value.value();
  }

  /** Whether no two items of a list are equal. */
  public static boolean areDistinct(@Nullable List<?> list) {
    if (list == null || list.size() > PAIRWISE_LIMIT) {
      return list != null && new HashSet<>(list).size() == list.size();
    }
    for (int i = 1; i < list.size(); i++) {
      for (int j = 0; j < i; j++) {
        if (Objects.equals(list.get(i), list.get(j))) {
          return false;
        }
      }
    }
    return true;
  }

  /** Whether at least one item of a list is as wanted. */
  public static <T> boolean anyMatch(@Nullable List<T> list, Predicate<T> wanted) {
    if (list != null) {
      for (int i = 0; i < list.size(); i++) {
        if (wanted.test(list.get(i))) {
          return true;
        }
      }
    }
    return false;
  }

  /** How many of the statements hold. */
  public static int count(boolean... statements) {
    int count = 0;
    for (boolean statement : statements) {
      count += statement ? 1 : 0;
    }
    return count;
  }

  /** How many of the statements hold. */
  public static int count(boolean first, boolean second, boolean third) {
    return (first ? 1 : 0) + (second ? 1 : 0) + (third ? 1 : 0);
  }

  /** The number as it would be written. */
  static BigDecimal decimal(Number number) {
    if (number instanceof BigDecimal decimal) {
      return decimal;
    }
    if (number instanceof BigInteger whole) {
      return new BigDecimal(whole);
    }
    return number instanceof Double || number instanceof Float
        ? new BigDecimal(number.toString())
        : BigDecimal.valueOf(number.longValue());
  }
}
