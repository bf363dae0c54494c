package dev.callsheet.spec.internal.text;

import java.util.Locale;

/** Ids and names for files and links, made of a text that may hold anything. */
public final class KebabCase {
  private KebabCase() {}

  /** The text's ASCII letters, small, and its digits, with a hyphen for whatever is between. */
  public static String of(String text) {
    return text.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-").replaceAll("^-|-$", "");
  }
}
