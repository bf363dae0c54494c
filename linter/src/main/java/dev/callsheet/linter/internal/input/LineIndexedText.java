package dev.callsheet.linter.internal.input;

import dev.callsheet.spec.source.SourceLocation;
import java.util.Arrays;

/**
 * A text with lines and columns. Offsets are in {@code char}s from its beginning; columns are in
 * code points.
 */
public final class LineIndexedText {
  private static final int BLOCK = 256;

  private final String file;
  private final String text;
  private final StartPosition startPosition;
  private final int[] lineStarts;
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
    this.surrogatePairsBeforeBlocks = surrogatePairsBeforeBlocks(text);
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
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      boolean first = c == '\r' && i + 1 < text.length() && text.charAt(i + 1) == '\n';
      if (isLineBreak(c) && !first) {
        if (lines == starts.length) {
          starts = Arrays.copyOf(starts, 2 * lines);
        }
        starts[lines++] = i + 1;
      }
    }
    return Arrays.copyOf(starts, lines);
  }

  private static boolean isLineBreak(char c) {
    return c == '\n' || c == '\r';
  }
}
