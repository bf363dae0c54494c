package dev.callsheet.linter.internal.document;

import dev.callsheet.linter.finding.Excerpt;
import dev.callsheet.linter.internal.input.LineIndexedText;
import dev.callsheet.runtime.internal.messages.DisplayText;

/** Cuts excerpts from a text. */
final class ExcerptCutter {
  private static final int MAX_BEFORE = 80;
  private static final int MAX_LENGTH = 160;

  private final LineIndexedText source;
  private final String maskedText;

  /** Cuts from {@code shown}, which has the same length and lines as the source. */
  ExcerptCutter(LineIndexedText source, String shown) {
    this.source = source;
    this.maskedText = shown;
  }

  Excerpt at(int offset) {
    int line = source.lineOf(offset);
    int start = source.lineStart(line);
    int end = Math.max(offset, source.lineEnd(line));
    int from =
        end - start <= MAX_LENGTH || offset - start <= MAX_BEFORE
            ? start
            : codePointStart(offset - MAX_BEFORE);
    int to = end - from <= MAX_LENGTH ? end : codePointStart(from + MAX_LENGTH);
    String left = from > start ? "…" : "";
    String right = to < end ? "…" : "";
    int caret = left.length() + maskedText.codePointCount(from, offset);
    return new Excerpt(left + DisplayText.printable(maskedText.substring(from, to)) + right, caret);
  }

  /** The offset, or the one before where it would part a surrogate pair. */
  private int codePointStart(int offset) {
    return Character.isLowSurrogate(maskedText.charAt(offset)) ? offset - 1 : offset;
  }
}
