package com.acme.models.klingvideo30omnipro;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import dev.callsheet.runtime.support.Generated;
import java.util.stream.Stream;

/** How the video is handed over. Videos come as a URL to download from. */
@Generated
@SuppressWarnings({"deprecation", "doclint:missing", "ImmutableEnumChecker"})
public enum OutputType {
  /** {@code URL} */
  URL("URL");

  private final String value;

  OutputType(String value) {
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
  public static OutputType of(String value) {
    for (OutputType each : values()) {
      if (each.value.equals(value)) {
        return each;
      }
    }
    throw new IllegalArgumentException(
        value + " is not one of " + Stream.of(values()).map(OutputType::value).toList());
  }
}
