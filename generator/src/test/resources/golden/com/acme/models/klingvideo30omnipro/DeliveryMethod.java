package com.acme.models.klingvideo30omnipro;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import dev.callsheet.runtime.support.Generated;
import java.util.stream.Stream;

/** How the outcome reaches the caller. */
@Generated
@SuppressWarnings({"deprecation", "doclint:missing", "ImmutableEnumChecker"})
public enum DeliveryMethod {
  /**
   * {@code async}: The answer to the request only confirms the task's UUID; the result is fetched
   * later with {@code getResponse}. Work that takes long, as videos do, is delivered in no other
   * way.
   */
  ASYNC("async");

  private final String value;

  DeliveryMethod(String value) {
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
  public static DeliveryMethod of(String value) {
    for (DeliveryMethod each : values()) {
      if (each.value.equals(value)) {
        return each;
      }
    }
    throw new IllegalArgumentException(
        value + " is not one of " + Stream.of(values()).map(DeliveryMethod::value).toList());
  }
}
