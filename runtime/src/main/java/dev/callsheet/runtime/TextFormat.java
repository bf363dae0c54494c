package dev.callsheet.runtime;

/** A form that a string can be required to have. */
public enum TextFormat {
  /** Unicode text: no half of a surrogate pair stands by itself, which no UTF-8 can carry. */
  TEXT("text without half of a surrogate pair"),
  /** A UUID of any version (RFC 9562). */
  UUID("a UUID"),
  /** A UUID of version 4. */
  UUID4("a UUID of version 4"),
  /** An absolute URI (RFC 3986). */
  URI("an absolute URI"),
  /** A point in time (RFC 3339). */
  DATE_TIME("a date and time such as 2026-02-05T12:00:00Z"),
  /** A URL with {@code http} or {@code https} and a host. */
  URL("a URL"),
  /** A data URI with its bytes in Base64. */
  DATA_URI("a data URI"),
  /** Bytes in Base64 (RFC 4648 section 4), bare. */
  BASE64("Base64");

  private final String displayName;

  TextFormat(String displayName) {
    this.displayName = displayName;
  }

  /** Whether a string of this form holds bytes, not a reference to them. */
  public boolean hasBytes() {
    return this == DATA_URI || this == BASE64;
  }

  /** What a string of this form is, such as {@code a UUID}. */
  public String displayName() {
    return displayName;
  }
}
