package dev.callsheet.runtime.support;

import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Keeps parameters that a spec does not know apart from those it does. */
public final class AdditionalParameters {
  private AdditionalParameters() {}

  /**
   * Makes sure that a parameter which has only one value is given that one.
   *
   * @throws IllegalArgumentException when it is not
   */
  public static void requireConstant(String name, Object constant, @Nullable Object value) {
    if (!isSameValue(constant, value)) {
      throw new IllegalArgumentException(name + " is " + value + "; here it is always " + constant);
    }
  }

  /**
   * Makes sure that a parameter is none of those that the spec knows.
   *
   * @throws IllegalArgumentException when it is
   */
  public static void requireUnknown(String name, String... known) {
    if (List.of(known).contains(name)) {
      throw new IllegalArgumentException(
          name + " is a parameter of its own; set it with the method named after it");
    }
  }

  /**
   * What to throw when a mode's builder is given what such a request may not have.
   *
   * @param mode its name in the spec
   */
  public static IllegalArgumentException forbiddenParameterException(String name, String mode) {
    return new IllegalArgumentException(
        name + " is a parameter that a request in mode " + mode + " may not have");
  }

  /** What to throw when a mode's builder is given what its beginning has set already. */
  public static IllegalArgumentException settledParameterException(String name) {
    return new IllegalArgumentException(
        name + " is decided by how this builder began, and cannot be set later");
  }

  private static boolean isSameValue(Object constant, @Nullable Object value) {
    if (constant instanceof Number && value instanceof Number) {
      return new BigDecimal(constant.toString()).compareTo(new BigDecimal(value.toString())) == 0;
    }
    return Objects.equals(constant, value);
  }
}
