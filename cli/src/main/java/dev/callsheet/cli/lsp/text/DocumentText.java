package dev.callsheet.cli.lsp.text;

import dev.callsheet.spec.source.SourceLocation;
import java.util.Arrays;
import org.eclipse.lsp4j.Position;
import org.eclipse.lsp4j.Range;

/**
 * The text of a document, which never changes. Offsets are in {@code char}s; lines end with {@code
 * \n}, {@code \r\n} or {@code \r}. A position behind the end of its line is the end of the line,
 * one behind the last line the end of the text. In ASCII alone, a position is found at once;
 * otherwise the characters before it in its line are counted.
 */
public final class DocumentText {
  private static final char BYTE_ORDER_MARK = '\uFEFF';

  private final String text;
  private final PositionUnit unit;
  private final int[] lineStarts;
  private final boolean isAscii;

  /** A text whose positions are counted in that unit. */
  public DocumentText(String text, PositionUnit unit) {
    this.text = text;
    this.unit = unit;
    this.lineStarts = lineStarts(text);
    this.isAscii = text.chars().allMatch(c -> c < 0x80);
  }

  /** All of it. */
  public String text() {
    return text;
  }

  /** The text after a part of it was replaced. */
  public DocumentText with(Range range, String replacement) {
    int start = offset(range.getStart());
    int end = Math.max(start, offset(range.getEnd()));
    return new DocumentText(text.substring(0, start) + replacement + text.substring(end), unit);
  }

  /** The offset of a position. */
  public int offset(Position position) {
    if (position.getLine() < 0) {
      return 0;
    }
    if (position.getLine() >= lineStarts.length) {
      return text.length();
    }
    int offset = lineStarts[position.getLine()];
    int end = lineEnd(position.getLine());
    if (isAscii) {
      return offset + Math.min(Math.max(position.getCharacter(), 0), end - offset);
    }
    for (int left = position.getCharacter(); left > 0 && offset < end; ) {
      int character = text.codePointAt(offset);
      left -= unit.length(character);
      offset += Character.charCount(character);
    }
    return offset;
  }

  /** The position of an offset. */
  public Position position(int offset) {
    int line = lineOf(offset);
    if (isAscii) {
      return new Position(line, offset - lineStarts[line]);
    }
    int characters = 0;
    for (int i = lineStarts[line]; i < offset; ) {
      int character = text.codePointAt(i);
      characters += unit.length(character);
      i += Character.charCount(character);
    }
    return new Position(line, characters);
  }

  /** The range between two offsets. */
  public Range range(int start, int end) {
    return new Range(position(start), position(end));
  }

  /** The range of all of the text. */
  public Range range() {
    return range(0, text.length());
  }

  /** The offset of a place that a report on this text names; a byte order mark has no column. */
  public int offset(SourceLocation location) {
    return offset(location.line(), location.column());
  }

  /**
   * The offset of a line and a column.
   *
   * @param line from 1
   * @param column from 1, in code points
   */
  public int offset(int line, int column) {
    if (line > lineStarts.length) {
      return text.length();
    }
    int start = lineStarts[Math.max(line, 1) - 1];
    int end = lineEnd(Math.max(line, 1) - 1);
    int offset = line == 1 ? start + markLength() : start;
    if (isAscii) {
      return offset + Math.max(0, Math.min(column - 1, end - offset));
    }
    for (int i = 1; i < column && offset < end; i++) {
      offset += Character.charCount(text.codePointAt(offset));
    }
    return Math.min(offset, end);
  }

  /** How long the byte order mark is that the text begins with: 1 or, without one, 0. */
  public int markLength() {
    return !text.isEmpty() && text.charAt(0) == BYTE_ORDER_MARK ? 1 : 0;
  }

  /** How many lines there are, at least one. */
  public int lineCount() {
    return lineStarts.length;
  }

  /** The line, counted from 0, that an offset is in. */
  public int lineOf(int offset) {
    int found = Arrays.binarySearch(lineStarts, offset);
    return found >= 0 ? found : -found - 2;
  }

  /** Where a line begins that is counted from 0. */
  public int lineStart(int line) {
    return lineStarts[line];
  }

  /** Where a line ends, its line break left out. */
  public int lineEnd(int line) {
    int end = line + 1 < lineStarts.length ? lineStarts[line + 1] : text.length();
    while (end > lineStarts[line] && isLineBreak(text.charAt(end - 1))) {
      end--;
    }
    return end;
  }

  private static int[] lineStarts(String text) {
    int[] starts = new int[64];
    int lines = 1;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      boolean ends = c == '\n' || (c == '\r' && !text.startsWith("\n", i + 1));
      if (ends) {
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
