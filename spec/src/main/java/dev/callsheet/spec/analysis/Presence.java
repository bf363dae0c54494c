package dev.callsheet.spec.analysis;

import java.util.Locale;

/** What a mode makes of a parameter, wherever what surrounds the parameter is provided. */
public enum Presence {
  /** Every valid request of the mode provides it. */
  REQUIRED,
  /** Some do, some do not. */
  OPTIONAL,
  /** None does. */
  FORBIDDEN;

  /** The word for it in reports. */
  public String id() {
    return name().toLowerCase(Locale.ROOT);
  }
}
