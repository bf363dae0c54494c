package dev.callsheet.runtime.internal.regex;

/** What is on one side of a place in a text, as far as boundaries look at it. */
enum Neighbour {
  NOTHING,
  WORD_CHARACTER,
  OTHER_CHARACTER;

  private static final boolean[] ASCII_WORD_CHARACTERS = new boolean[128];

  static {
    for (int c = 0; c < ASCII_WORD_CHARACTERS.length; c++) {
      ASCII_WORD_CHARACTERS[c] = EscapeParser.WORD.contains(c);
    }
  }

  /** What a code point is; -1 stands for none. */
  static Neighbour of(int codePoint) {
    if (codePoint < 0) {
      return NOTHING;
    }
    boolean isOfWord = codePoint < ASCII_WORD_CHARACTERS.length && ASCII_WORD_CHARACTERS[codePoint];
    return isOfWord ? WORD_CHARACTER : OTHER_CHARACTER;
  }
}
