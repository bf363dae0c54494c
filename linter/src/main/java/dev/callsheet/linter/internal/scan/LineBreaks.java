package dev.callsheet.linter.internal.scan;

/** Where lines end: at {@code \n}, {@code \r} or {@code \r\n}. */
public final class LineBreaks {
  private LineBreaks() {}

  /** Whether a byte ends a line, or begins the pair that does. */
  public static boolean isLineBreak(int b) {
    return b == '\n' || b == '\r';
  }

  /** The offset of the first line break from {@code from} on; {@code to} when there is none. */
  public static int endOfLine(byte[] content, int from, int to) {
    int end = from;
    while (end < to && !isLineBreak(content[end])) {
      end++;
    }
    return end;
  }

  /** The offset behind the line break at {@code endOfLine}, at most {@code to}. */
  public static int startOfNextLine(byte[] content, int endOfLine, int to) {
    boolean pair =
        endOfLine + 1 < to && content[endOfLine] == '\r' && content[endOfLine + 1] == '\n';
    return Math.min(to, endOfLine + (pair ? 2 : 1));
  }
}
