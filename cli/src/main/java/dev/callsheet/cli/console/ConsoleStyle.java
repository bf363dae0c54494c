package dev.callsheet.cli.console;

import dev.callsheet.spec.source.DisplayWidth;

/**
 * Marks pieces of text by colour and weight.
 *
 * @param colour false leaves every text as it is
 */
public record ConsoleStyle(boolean colour) {
  private static final char ESCAPE = '\u001b';

  /** What matters most: titles, amounts. */
  public String strong(String text) {
    return styled("1", text);
  }

  /** What matters least. */
  public String faint(String text) {
    return styled("2", text);
  }

  /** Success. */
  public String success(String text) {
    return styled("32", text);
  }

  /** Failure. */
  public String failure(String text) {
    return styled("1;31", text);
  }

  /** A name to look for elsewhere: a file, an identifier. */
  public String name(String text) {
    return styled("36", text);
  }

  /** A piece of a program. */
  public String code(String text) {
    return styled("33", text);
  }

  /**
   * The beginning of a text that has been marked: as many characters as fit, with all its marks, so
   * that those which began end.
   *
   * @param columns how many it may take
   */
  public static String cut(String marked, int columns) {
    StringBuilder cut = new StringBuilder();
    int taken = 0;
    int at = 0;
    while (at < marked.length()) {
      int character = marked.codePointAt(at);
      if (character == ESCAPE) {
        int end = marked.indexOf('m', at) + 1;
        cut.append(marked, at, end);
        at = end;
      } else {
        taken += DisplayWidth.columns(character);
        if (taken <= columns) {
          cut.appendCodePoint(character);
        }
        at += Character.charCount(character);
      }
    }
    return cut.toString();
  }

  private String styled(String code, String text) {
    return colour ? ESCAPE + "[" + code + "m" + text + ESCAPE + "[0m" : text;
  }
}
