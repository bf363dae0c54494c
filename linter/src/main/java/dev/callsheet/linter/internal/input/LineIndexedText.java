package dev.callsheet.linter.internal.input;

import dev.callsheet.spec.source.SourceLocation;
import java.util.Arrays;

/**
 * A text with lines and columns. Offsets are in {@code char}s from its beginning; columns are in
 * code points.
 */
public final class LineIndexedText {
  private static final int BLOCK = 256;
  private static final int PIECE = 1 << 12;

  private final String file;
  private final String text;
  private final StartPosition startPosition;
  private final int[] lineStarts;

  /** Empty where the text has no surrogates at all. */
  private final int[] surrogatePairsBeforeBlocks;

  /** A whole file. */
  LineIndexedText(String file, String text) {
    this(file, text, StartPosition.OF_FILE);
  }

  /** A part of a file. */
  public LineIndexedText(String file, String text, StartPosition origin) {
    this.file = file;
    this.text = text;
    this.startPosition = origin;
    this.lineStarts = lineStarts(text);
    this.surrogatePairsBeforeBlocks =
        hasSurrogates(text) ? surrogatePairsBeforeBlocks(text) : new int[0];
  }

  public String text() {
    return text;
  }

  public int lineCount() {
    return lineStarts.length;
  }

  public int lineStart(int line) {
    return lineStarts[line - 1];
  }

  /** Where the line ends, its line break left out. */
  public int lineEnd(int line) {
    int end = line < lineStarts.length ? lineStarts[line] : text.length();
    while (end > lineStart(line) && isLineBreak(text.charAt(end - 1))) {
      end--;
    }
    return end;
  }

  /** The line that an offset is in, counted from 1 where the text begins. */
  public int lineOf(int offset) {
    int found = Arrays.binarySearch(lineStarts, offset);
    return found >= 0 ? found + 1 : -found - 1;
  }

  /** The end of the token that begins at an offset, at most the end of its line. */
  public int tokenEnd(int offset) {
    int lineEnd = lineEnd(lineOf(offset));
    if (offset >= lineEnd) {
      return offset;
    }
    int first = text.codePointAt(offset);
    int end = offset + Character.charCount(first);
    if (first == '"') {
      while (end < lineEnd && text.charAt(end) != '"') {
        end += text.charAt(end) == '\\' ? 2 : 1;
      }
      return Math.min(end + 1, lineEnd);
    }
    while (isTokenCharacter(first) && end < lineEnd && isTokenCharacter(text.charAt(end))) {
      end++;
    }
    return end;
  }

  private static boolean isTokenCharacter(int c) {
    return (c >= '0' && c <= '9')
        || (c >= 'a' && c <= 'z')
        || (c >= 'A' && c <= 'Z')
        || c == '-'
        || c == '+'
        || c == '.';
  }

  public SourceLocation location(int offset) {
    int line = lineOf(offset);
    int start = lineStart(line);
    int before = line == 1 ? startPosition.column() : 1;
    int column =
        before + offset - start - (surrogatePairsBefore(offset) - surrogatePairsBefore(start));
    return new SourceLocation(file, startPosition.line() + line - 1, column);
  }

  /** A position of the same file that need not be in this text. */
  public SourceLocation locationElsewhere(StartPosition position) {
    return new SourceLocation(file, position.line(), position.column());
  }

  /** How many surrogate pairs end before an offset. */
  private int surrogatePairsBefore(int offset) {
    if (surrogatePairsBeforeBlocks.length == 0) {
      return 0;
    }
    int block = offset / BLOCK;
    return surrogatePairsBeforeBlocks[block] + countSurrogatePairs(text, block * BLOCK, offset);
  }

  private static int[] surrogatePairsBeforeBlocks(String text) {
    int[] pairs = new int[text.length() / BLOCK + 1];
    for (int block = 1; block < pairs.length; block++) {
      pairs[block] =
          pairs[block - 1] + countSurrogatePairs(text, (block - 1) * BLOCK, block * BLOCK);
    }
    return pairs;
  }

  /**
   * Whether there is a surrogate; copied piece by piece, since that is faster than by character.
   */
  private static boolean hasSurrogates(String text) {
    char[] piece = new char[Math.min(PIECE, text.length())];
    for (int from = 0; from < text.length(); from += PIECE) {
      int to = Math.min(text.length(), from + PIECE);
      text.getChars(from, to, piece, 0);
      for (int i = 0; i < to - from; i++) {
        if (Character.isSurrogate(piece[i])) {
          return true;
        }
      }
    }
    return false;
  }

  private static int countSurrogatePairs(String text, int from, int to) {
    int pairs = 0;
    for (int i = Math.max(from, 1); i < to; i++) {
      if (Character.isSurrogatePair(text.charAt(i - 1), text.charAt(i))) {
        pairs++;
      }
    }
    return pairs;
  }

  private static int[] lineStarts(String text) {
    int[] starts = new int[16];
    int lines = 1;
    int newline = text.indexOf('\n');
    int carriageReturn = text.indexOf('\r');
    while (newline >= 0 || carriageReturn >= 0) {
      boolean isNewline = carriageReturn < 0 || (newline >= 0 && newline < carriageReturn);
      int at = isNewline ? newline : carriageReturn;
      if (isNewline || newline != at + 1) { // of both, the second ends the line
        if (lines == starts.length) {
          starts = Arrays.copyOf(starts, 2 * lines);
        }
        starts[lines++] = at + 1;
      }
      if (isNewline) {
        newline = text.indexOf('\n', at + 1);
      } else {
        carriageReturn = text.indexOf('\r', at + 1);
      }
    }
    return Arrays.copyOf(starts, lines);
  }

  private static boolean isLineBreak(char c) {
    return c == '\n' || c == '\r';
  }
}
