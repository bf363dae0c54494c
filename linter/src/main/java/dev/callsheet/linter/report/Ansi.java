package dev.callsheet.linter.report;

/**
 * Colours parts of a text for a terminal.
 *
 * @param colour false leaves every text as it is
 */
record Ansi(boolean colour) {
  String bold(String text) {
    return styled("1", text);
  }

  String faint(String text) {
    return styled("2", text);
  }

  String red(String text) {
    return styled("1;31", text);
  }

  String yellow(String text) {
    return styled("1;33", text);
  }

  String blue(String text) {
    return styled("1;34", text);
  }

  private String styled(String code, String text) {
    return colour ? "\u001b[" + code + "m" + text + "\u001b[0m" : text;
  }
}
