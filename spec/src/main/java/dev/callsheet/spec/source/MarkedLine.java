package dev.callsheet.spec.source;

import dev.callsheet.runtime.internal.messages.DisplayText;
import dev.callsheet.runtime.internal.secrets.SecretText;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A line of a file as it is shown below a message, with a caret under the place that is meant. */
public final class MarkedLine {
  /** A longer line would not help, in code points. */
  private static final int MAX_LENGTH = 500;

  private static final String INDENT = "    ";

  private MarkedLine() {}

  /**
   * The line and the caret below it, harmless to show; nothing where there is no line, or one too
   * long to be shown.
   *
   * @param line as it is written
   * @param column counted from 1, in code points
   */
  public static List<String> of(@Nullable String line, int column) {
    if (line == null || line.codePointCount(0, line.length()) > MAX_LENGTH) {
      return List.of();
    }
    String covered = SecretText.covered(line);
    int before = Math.min(column - 1, line.codePointCount(0, line.length()));
    String start = DisplayText.printable(covered.substring(0, line.offsetByCodePoints(0, before)));
    String caret = DisplayWidth.padding(start, start.codePointCount(0, start.length())) + "^";
    return List.of(DisplayText.line(INDENT + covered), INDENT + caret);
  }
}
