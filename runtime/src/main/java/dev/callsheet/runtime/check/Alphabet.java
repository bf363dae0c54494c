package dev.callsheet.runtime.check;

/** A set of ASCII characters, as a table. */
final class Alphabet {
  private static final int ASCII = 128;
  private static final int LETTERS = 26;

  private final boolean[] has = new boolean[ASCII];

  private Alphabet(String characters) {
    characters.chars().forEach(c -> has[c] = true);
  }

  /** Letters, digits, and some more. */
  static Alphabet ofLettersAndDigits(String more) {
    return new Alphabet("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789" + more);
  }

  /** Where the characters that belong to it end, seen from a place in a text. */
  int after(String text, int start) {
    boolean[] table = has;
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
