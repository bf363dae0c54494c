package dev.callsheet.spec.logic;

import java.util.Locale;

/** The types of JSON Schema. {@code 5.0} is an integer, and every integer is a number. */
public enum JsonType {
  STRING,
  INTEGER,
  NUMBER,
  BOOLEAN,
  OBJECT,
  ARRAY,
  NULL;

  /** The type's name in a schema, such as {@code string}. */
  public String keyword() {
    return name().toLowerCase(Locale.ROOT);
  }
}
