package dev.callsheet.runtime.support;

/** A set of ASCII characters, as a table. */
final class AsciiCharacterSet {
  private static final int ASCII = 128;
  private static final int LETTERS = 26;

  private final boolean[] table = new boolean[ASCII];

  private AsciiCharacterSet(String characters) {
    characters.chars().forEach(c -> table[c] = true);
  }

  /** Letters, digits, and some more. */
  static AsciiCharacterSet ofLettersAndDigits(String more) {
    return new AsciiCharacterSet(
        "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789" + more);
  }

  /** Where the characters that belong to it end, seen from a place in a text. */
  int endOfRun(String text, int start) {
    boolean[] table = this.table;
    int length = text.length();
    for (int at = start; at < length; at++) {
      char c = text.charAt(at);
      boolean isSmallLetter = (char) (c - 'a') < LETTERS; // most are, and need no table
      if (!isSmallLetter && (c >= ASCII || !table[c])) {
        return at;
      }
    }
    return Math.max(start, length);
  }
}
