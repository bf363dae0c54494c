package dev.callsheet.cli.console;

/**
 * Marks pieces of text by colour and weight.
 *
 * @param colour false leaves every text as it is
 */
public record ConsoleStyle(boolean colour) {
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

  private String styled(String code, String text) {
    return colour ? "\u001b[" + code + "m" + text + "\u001b[0m" : text;
  }
}
