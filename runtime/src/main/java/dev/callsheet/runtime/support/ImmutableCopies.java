package dev.callsheet.runtime.support;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Copies that never change. */
public final class ImmutableCopies {
  private ImmutableCopies() {}

  /**
   * A copy of a list; null for null.
   *
   * @param name of the parameter that the list is for
   * @throws NullPointerException when an item is null; the message names it
   */
  public static <T> @Nullable List<T> of(@Nullable List<T> list, String name) {
    if (list == null) {
      return null;
    }
    try {
      return List.copyOf(list);
    } catch (NullPointerException e) {
      NullPointerException named =
          new NullPointerException("`" + name + "[" + list.indexOf(null) + "]` is null");
      named.initCause(e);
      throw named;
    }
  }

  /**
   * A copy of an object with members of any names, in the same order; null for null.
   *
   * @param name of the parameter that the object is for
   * @throws NullPointerException when a member is null; the message names it
   */
  public static <T> @Nullable Map<String, T> of(@Nullable Map<String, T> object, String name) {
    if (object == null) {
      return null;
    }
    object.forEach(
        (key, value) -> Objects.requireNonNull(value, "`" + name + "." + key + "` is null"));
    return Collections.unmodifiableMap(new LinkedHashMap<>(object));
  }

  /** A copy of a list with items that may be null; null for null. */
  public static <T extends @Nullable Object> @Nullable List<T> ofNullable(@Nullable List<T> list) {
    return list == null ? null : Collections.unmodifiableList(new ArrayList<>(list));
  }

  /** A copy of an object with members that may be null, in the same order; null for null. */
  public static <T extends @Nullable Object> @Nullable Map<String, T> ofNullable(
      @Nullable Map<String, T> object) {
    return object == null ? null : Collections.unmodifiableMap(new LinkedHashMap<>(object));
  }

  /**
   * A copy of the parameters that are newer than the spec, in the same order; their values may be
   * null.
   *
   * @throws NullPointerException when there is no map; the message names it
   */
  public static Map<String, @Nullable Object> of(Map<String, @Nullable Object> additional) {
    Objects.requireNonNull(additional, "`additional` is null; without any it is an empty map");
    Map<String, @Nullable Object> copy = new LinkedHashMap<>(additional);
    return Collections.unmodifiableMap(copy);
  }
}
