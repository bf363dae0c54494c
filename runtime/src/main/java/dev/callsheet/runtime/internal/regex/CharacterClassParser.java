package dev.callsheet.runtime.internal.regex;

/** Reads classes such as {@code [a-z_]}. */
final class CharacterClassParser {
  /** What stands for a set of characters where one character was looked for. */
  private static final int SET = -1;

  private final PatternCursor cursor;
  private final EscapeParser escapes;

  CharacterClassParser(PatternCursor cursor, EscapeParser escapes) {
    this.cursor = cursor;
    this.escapes = escapes;
  }

  /**
   * Reads a class, whose opening bracket has been read.
   *
   * @param start where that stands
   */
  CodePointSet parse(int start) {
    boolean isNegated = cursor.skip("^");
    CodePointSet.Builder set = new CodePointSet.Builder();
    while (!cursor.skip("]")) {
      if (cursor.isAtEnd()) {
        throw RegexException.syntax("a class is not closed by `]`", start);
      }
      parseRange(set);
    }
    return isNegated ? set.build().complement() : set.build();
  }

  private void parseRange(CodePointSet.Builder set) {
    int start = cursor.offset();
    int first = parseMember(set);
    if (!cursor.isAt("-") || cursor.isAt("-]")) {
      addSingle(first, set);
      return;
    }
    cursor.next();
    if (cursor.isAtEnd()) {
      return; // the class is not closed, which the caller says
    }
    int last = parseMember(set);
    if (first == SET || last == SET) {
      throw RegexException.syntax(
          "`" + cursor.textFrom(start) + "` is no range: a set has no first or last character",
          start);
    }
    if (first > last) {
      throw RegexException.syntax(
          "`" + cursor.textFrom(start) + "` is no range: its characters are out of order", start);
    }
    set.add(first, last);
  }

  private static void addSingle(int member, CodePointSet.Builder set) {
    if (member != SET) {
      set.add(member, member);
    }
  }

  /** Reads a character, which is returned, or a set of them, which is added to the class. */
  private int parseMember(CodePointSet.Builder set) {
    if (!cursor.skip("\\")) {
      return cursor.next();
    }
    if (cursor.skip("b")) {
      return '\b';
    }
    CodePointSet members = escapes.parseSet();
    if (members == null) {
      return escapes.parseCharacter(true);
    }
    set.addAll(members);
    return SET;
  }
}
