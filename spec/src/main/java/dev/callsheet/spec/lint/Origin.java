package dev.callsheet.spec.lint;

/**
 * Where in its file a text begins.
 *
 * @param line counted from 1
 * @param column in code points, counted from 1
 */
record Origin(int line, int column) {
  /** The beginning of a file. */
  static final Origin OF_FILE = new Origin(1, 1);
}
