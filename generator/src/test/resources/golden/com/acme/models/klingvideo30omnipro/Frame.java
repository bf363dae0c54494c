package com.acme.models.klingvideo30omnipro;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import dev.callsheet.runtime.support.Generated;
import dev.callsheet.runtime.support.Values;
import java.util.stream.Stream;

/** Which frame the image is; only the two ends can be set. */
@Generated
@SuppressWarnings({"deprecation", "doclint:missing", "ImmutableEnumChecker"})
public enum Frame {
  /** {@code first}: The video begins with the image. */
  FIRST("first"),

  /** {@code last}: The video ends with the image. */
  LAST("last"),

  /** {@code 0}: The same as {@code first}, as an index. */
  FRAME_0(0),

  /** {@code -1}: The same as {@code last}, as an index counted from the end. */
  FRAME_MINUS_1(-1);

  private final Object value;

  Frame(Object value) {
    this.value = value;
  }

  /** The value in JSON. */
  @JsonValue
  public Object value() {
    return value;
  }

  /**
   * The constant for a value in JSON.
   *
   * @throws IllegalArgumentException when there is none for it
   */
  @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
  public static Frame of(Object value) {
    for (Frame each : values()) {
      if (Values.equal(value, each.value)) {
        return each;
      }
    }
    throw new IllegalArgumentException(
        value + " is not one of " + Stream.of(values()).map(Frame::value).toList());
  }
}
