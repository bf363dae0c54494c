package com.acme.models.klingvideo30omnipro;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import dev.callsheet.runtime.support.Generated;
import java.util.stream.Stream;

/** How thoroughly the frames of a video are checked. */
@Generated
@SuppressWarnings({"deprecation", "doclint:missing", "ImmutableEnumChecker"})
public enum SafetyMode {
  /** {@code none}: Looks at nothing. */
  NONE("none"),

  /** {@code fast}: Looks at key frames only. */
  FAST("fast"),

  /** {@code full}: Looks at every frame. */
  FULL("full");

  private final String value;

  SafetyMode(String value) {
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
  public static SafetyMode of(String value) {
    for (SafetyMode each : values()) {
      if (each.value.equals(value)) {
        return each;
      }
    }
    throw new IllegalArgumentException(
        value + " is not one of " + Stream.of(values()).map(SafetyMode::value).toList());
  }
}
