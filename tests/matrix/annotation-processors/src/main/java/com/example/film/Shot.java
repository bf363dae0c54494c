package com.example.film;

import lombok.Builder;
import lombok.Value;

/** What the application knows of a shot. */
@Value
@Builder
public class Shot {
  String description;
  int seconds;
  Size size;

  /** The application's own sizes. */
  public enum Size {
    P1080_16X9,
    P1080_9X16
  }
}
