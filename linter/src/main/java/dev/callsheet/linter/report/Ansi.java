package dev.callsheet.linter.report;

import dev.callsheet.runtime.Severity;

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

  /** The name of a severity, in its colour. */
  String severity(Severity severity) {
    return switch (severity) {
      case ERROR -> red(severity.id());
      case WARNING -> styled("1;33", severity.id());
      case NOTE -> styled("1;34", severity.id());
    };
  }

  private String styled(String code, String text) {
    return colour ? "\u001b[" + code + "m" + text + "\u001b[0m" : text;
  }
}
