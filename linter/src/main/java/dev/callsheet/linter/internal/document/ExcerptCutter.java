package dev.callsheet.linter.internal.document;

import dev.callsheet.linter.finding.Excerpt;
import dev.callsheet.linter.internal.input.LineIndexedText;
import dev.callsheet.linter.internal.secrets.DocumentSecrets;
import dev.callsheet.runtime.internal.messages.DisplayText;

/** Cuts excerpts from a text, with its secrets covered. */
final class ExcerptCutter {
  private static final int MAX_BEFORE = 80;
  private static final int MAX_LENGTH = 160;

  /** How much is searched for secrets at a time, in chars, and as much before and behind it. */
  private static final int BLOCK = 1 << 16;

  private final LineIndexedText source;
  private final DocumentSecrets secrets;
  private final int knownFrom;
  private final boolean linesAreDocuments;
  private int coveredFrom;
  private char[] covered = {};

  /**
   * Cuts from a text in which these secrets are known.
   *
   * @param knownFrom what stands before it in the first line is not shown: the text begins in the
   *     middle of something
   * @param linesAreDocuments whether what stands in a line has nothing to do with the others
   */
  ExcerptCutter(
      LineIndexedText source, DocumentSecrets secrets, int knownFrom, boolean linesAreDocuments) {
    this.source = source;
    this.secrets = secrets;
    this.knownFrom = knownFrom;
    this.linesAreDocuments = linesAreDocuments;
  }

  Excerpt at(int offset) {
    int line = source.lineOf(offset);
    if (line == 1 && offset < knownFrom) {
      return new Excerpt("…", 0);
    }
    int lineStart = source.lineStart(line);
    int start = line == 1 ? knownFrom : lineStart;
    int end = Math.max(offset, source.lineEnd(line));
    int from =
        end - start <= MAX_LENGTH || offset - start <= MAX_BEFORE
            ? start
            : codePointStart(offset - MAX_BEFORE);
    int to = end - from <= MAX_LENGTH ? end : codePointStart(from + MAX_LENGTH);
    String shown = covered(from, to);
    String before = DisplayText.printable(shown.substring(0, offset - from));
    String left = from > lineStart ? "…" : "";
    String right = to < end ? "…" : "";
    return new Excerpt(
        left + DisplayText.printable(shown) + right,
        left.length() + before.codePointCount(0, before.length()));
  }

  /**
   * A part of a line that is not longer than an excerpt. Excerpts are cut in the order of the text,
   * so what was covered last is mostly what is asked for next.
   */
  private String covered(int from, int to) {
    int block = from / BLOCK;
    int line = source.lineOf(from);
    int firstOffset = linesAreDocuments ? source.lineStart(line) : 0;
    int lastOffset = linesAreDocuments ? source.lineEnd(line) : source.text().length();
    int start = Math.max(firstOffset, (block - 1) * BLOCK);
    int end = (int) Math.min(lastOffset, (block + 2L) * BLOCK);
    if (start != coveredFrom || end - start != covered.length) {
      covered = secrets.coverSource(source.text(), start, end);
      coveredFrom = start;
    }
    return new String(covered, from - start, to - from);
  }

  /** The offset, or the one before where it would part a surrogate pair. */
  private int codePointStart(int offset) {
    return Character.isLowSurrogate(source.text().charAt(offset)) ? offset - 1 : offset;
  }
}
