package dev.callsheet.linter.internal.report;

import dev.callsheet.runtime.Severity;

/**
 * Colours parts of a text for a terminal.
 *
 * @param colour false leaves every text as it is
 */
public record Ansi(boolean colour) {
  public String bold(String text) {
    return styled("1", text);
  }

  public String faint(String text) {
    return styled("2", text);
  }

  public String red(String text) {
    return styled("1;31", text);
  }

  /** The name of a severity, in its colour. */
  public String severity(Severity severity) {
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
