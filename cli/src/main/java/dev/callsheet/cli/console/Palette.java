package dev.callsheet.cli.console;

/**
 * Marks pieces of text by colour and weight.
 *
 * @param colour false leaves every text as it is
 */
public record Palette(boolean colour) {
  /** What matters most: titles, amounts. */
  public String strong(String text) {
    return marked("1", text);
  }

  /** What matters least. */
  public String faint(String text) {
    return marked("2", text);
  }

  /** Something is as it should be. */
  public String good(String text) {
    return marked("32", text);
  }

  /** Something is not. */
  public String bad(String text) {
    return marked("1;31", text);
  }

  /** A name to look for elsewhere: a file, an identifier. */
  public String name(String text) {
    return marked("36", text);
  }

  /** A piece of a program. */
  public String code(String text) {
    return marked("33", text);
  }

  private String marked(String code, String text) {
    return colour ? "\u001b[" + code + "m" + text + "\u001b[0m" : text;
  }
}
