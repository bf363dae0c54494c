package dev.callsheet.runtime;

import com.fasterxml.jackson.annotation.JsonValue;
import org.jspecify.annotations.Nullable;

/**
 * What is provided of a parameter for which null in JSON is a value like others: one that is not
 * provided has none of these.
 *
 * @param value null for null in JSON
 */
public record NullableValue<T>(@JsonValue @Nullable T value) {
  /** A value, or null in JSON. */
  public static <T> NullableValue<T> of(@Nullable T value) {
    return new NullableValue<>(value);
  }

  /** Whether it is null in JSON. */
  public boolean isNull() {
    return value == null;
  }
}
