package dev.callsheet.runtime.support;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Copies that never change. */
public final class ImmutableCopies {
  private ImmutableCopies() {}

  /** A copy of a list, none of whose items is null; null for null. */
  public static <T> @Nullable List<T> of(@Nullable List<T> list) {
    return list == null ? null : List.copyOf(list);
  }

  /** A copy of a map in the same order; its values may be null. */
  public static Map<String, @Nullable Object> of(Map<String, @Nullable Object> map) {
    Map<String, @Nullable Object> copy = new LinkedHashMap<>(map);
    return Collections.unmodifiableMap(copy);
  }
}
