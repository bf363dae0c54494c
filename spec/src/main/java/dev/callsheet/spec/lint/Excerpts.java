package dev.callsheet.spec.lint;

/** Cuts excerpts from a text. */
final class Excerpts {
  private static final int BEFORE = 80;
  private static final int LONGEST = 160;

  private final RequestText source;
  private final String shown;

  /** Cuts from {@code shown}, which has the same length and lines as the source. */
  Excerpts(RequestText source, String shown) {
    this.source = source;
    this.shown = shown;
  }

  Excerpt at(int offset) {
    int line = source.lineOf(offset);
    int start = source.lineStart(line);
    int end = Math.max(offset, source.lineEnd(line));
    int from = end - start <= LONGEST || offset - start <= BEFORE ? start : whole(offset - BEFORE);
    int to = end - from <= LONGEST ? end : whole(from + LONGEST);
    String left = from > start ? "…" : "";
    String right = to < end ? "…" : "";
    int caret = left.length() + shown.codePointCount(from, offset);
    return new Excerpt(left + Shown.printable(shown.substring(from, to)) + right, caret);
  }

  /** The offset, or the one before where it would part a surrogate pair. */
  private int whole(int offset) {
    return Character.isLowSurrogate(shown.charAt(offset)) ? offset - 1 : offset;
  }
}
