package dev.callsheet.runtime;

import java.util.Arrays;
import java.util.Optional;

/** What a platform counts when it bounds the length of a text. */
public enum LengthUnit {
  /** Unicode code points, as JSON Schema counts. */
  CODE_POINTS("codePoints", "character"),
  /** The units of UTF-16, as Java and JavaScript count: two for a character beyond 16 bits. */
  UTF16("utf16", "UTF-16 unit"),
  /** The bytes of UTF-8: one to four for a character. */
  UTF8("utf8", "UTF-8 byte");

  private final String keyword;
  private final String noun;

  LengthUnit(String keyword, String noun) {
    this.keyword = keyword;
    this.noun = noun;
  }

  /** The unit that a spec calls so, such as {@code utf16}; empty for a word that is none. */
  public static Optional<LengthUnit> named(String word) {
    return Arrays.stream(values()).filter(unit -> unit.keyword.equals(word)).findFirst();
  }

  /** What a spec calls it. */
  public String keyword() {
    return keyword;
  }

  /** What one of them is called in messages. */
  public String noun() {
    return noun;
  }

  /** How many there are in a text; half of a surrogate pair counts as a character of its own. */
  public int lengthOf(String text) {
    return switch (this) {
      case CODE_POINTS -> text.codePointCount(0, text.length());
      case UTF16 -> text.length();
      case UTF8 -> utf8Length(text);
    };
  }

  private static int utf8Length(String text) {
    int bytes = 0;
    for (int i = 0; i < text.length(); i++) {
      int c = text.codePointAt(i);
      bytes += c < 0x80 ? 1 : c < 0x800 ? 2 : c < 0x10000 ? 3 : 4;
      i += c < 0x10000 ? 0 : 1;
    }
    return bytes;
  }
}
