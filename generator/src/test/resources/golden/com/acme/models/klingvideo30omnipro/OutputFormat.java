package com.acme.models.klingvideo30omnipro;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import dev.callsheet.runtime.support.Generated;
import java.util.stream.Stream;

/** The file format of the video. */
@Generated
@SuppressWarnings({"deprecation", "doclint:missing", "ImmutableEnumChecker"})
public enum OutputFormat {
  /** {@code MP4}: H.264 in an MP4 container: plays nearly everywhere, a good first choice. */
  MP4("MP4"),

  /** {@code WEBM}: Made for delivery on the web. */
  WEBM("WEBM"),

  /** {@code MOV}: QuickTime, at home in professional editing on Apple systems. */
  MOV("MOV");

  private final String value;

  OutputFormat(String value) {
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
  public static OutputFormat of(String value) {
    for (OutputFormat each : values()) {
      if (each.value.equals(value)) {
        return each;
      }
    }
    throw new IllegalArgumentException(
        value + " is not one of " + Stream.of(values()).map(OutputFormat::value).toList());
  }
}
