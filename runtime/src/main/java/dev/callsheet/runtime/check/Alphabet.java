package dev.callsheet.runtime.check;

/** A set of ASCII characters. */
record Alphabet(long low, long high) {
  /** Those letters and digits have, and some more. */
  static Alphabet ofLettersAndDigits(String more) {
    long low = 0;
    long high = 0;
    String all = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789" + more;
    for (int i = 0; i < all.length(); i++) {
      char c = all.charAt(i);
      low |= c < Long.SIZE ? 1L << c : 0;
      high |= c < Long.SIZE ? 0 : 1L << (c - Long.SIZE);
    }
    return new Alphabet(low, high);
  }

  /** Where the characters that belong to it end, seen from a place in a text. */
  int after(String text, int start) {
    int at = start;
    while (at < text.length() && has(text.charAt(at))) {
      at++;
    }
    return at;
  }

  private boolean has(char c) {
    return c < 2 * Long.SIZE && ((c < Long.SIZE ? low : high) >>> c & 1) != 0;
  }
}
