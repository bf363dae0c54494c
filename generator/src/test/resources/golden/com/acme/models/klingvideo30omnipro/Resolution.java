package com.acme.models.klingvideo30omnipro;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import dev.callsheet.runtime.support.Generated;
import java.util.stream.Stream;

/** Size of an edited video as a preset; the aspect ratio stays that of the input. */
@Generated
@SuppressWarnings({"deprecation", "doclint:missing", "ImmutableEnumChecker"})
public enum Resolution {
  /** {@code 1080p} */
  P1080("1080p");

  private final String value;

  Resolution(String value) {
    this.value = value;
  }

  /** The value in JSON. */
  @JsonValue
  public String value() {
    return value;
  }

  /**
   * The constant for a value in JSON.
   *
   * @throws IllegalArgumentException when there is none for it
   */
  @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
  public static Resolution of(String value) {
    for (Resolution each : values()) {
      if (each.value.equals(value)) {
        return each;
      }
    }
    throw new IllegalArgumentException(
        value + " is not one of " + Stream.of(values()).map(Resolution::value).toList());
  }
}
