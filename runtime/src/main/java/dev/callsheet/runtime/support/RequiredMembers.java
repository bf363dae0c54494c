package dev.callsheet.runtime.support;

import org.jspecify.annotations.Nullable;

/** Sees to it that no object of a list is made without what it requires. */
public final class RequiredMembers {
  private RequiredMembers() {}

  /**
   * The value of a required member.
   *
   * @param name of the member, as in JSON
   * @param type of the object that it is for
   * @throws IllegalArgumentException when there is none; the message says of what
   */
  public static <T> T of(@Nullable T value, String name, Class<? extends Record> type) {
    if (value == null) {
      throw new IllegalArgumentException(
          "`" + name + "` is missing; " + type.getSimpleName() + " requires it");
    }
    return value;
  }
}
