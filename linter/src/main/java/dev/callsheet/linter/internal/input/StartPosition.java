package dev.callsheet.linter.internal.input;

/**
 * The position in a file where a text begins.
 *
 * @param line counted from 1
 * @param column in code points, counted from 1
 */
public record StartPosition(int line, int column) {
  /** The first character of a file. */
  public static final StartPosition OF_FILE = new StartPosition(1, 1);
}
