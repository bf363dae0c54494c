package dev.callsheet.cli.lsp.text;

import dev.callsheet.linter.internal.input.LineIndexedText;
import dev.callsheet.linter.internal.input.StartPosition;
import dev.callsheet.spec.source.SourceLocation;
import java.util.List;
import org.eclipse.lsp4j.Position;
import org.eclipse.lsp4j.Range;
import org.eclipse.lsp4j.TextDocumentContentChangeEvent;

/**
 * The text of a document, which never changes. Offsets are in {@code char}s; lines end with {@code
 * \n}, {@code \r\n} or {@code \r}. A position behind the end of its line is the end of the line,
 * one behind the last line the end of the text. A position is found in logarithmic time, however
 * long its line is.
 */
public final class DocumentText {
  private static final char BYTE_ORDER_MARK = '\uFEFF';

  private final PositionUnit unit;
  private final LineIndexedText lines;
  private final UnitIndex units;
  private final UnitIndex codePoints;

  /** A text whose positions are counted in that unit. */
  public DocumentText(String text, PositionUnit unit) {
    this.unit = unit;
    this.lines = new LineIndexedText("", text, StartPosition.OF_FILE);
    this.units = new UnitIndex(text, unit);
    this.codePoints = unit == PositionUnit.UTF32 ? units : new UnitIndex(text, PositionUnit.UTF32);
  }

  /** All of it. */
  public String text() {
    return lines.text();
  }

  /**
   * The text after changes, each of what those before it left. Changes of which each is before the
   * last one, as editors send them that changed many places at once, are made together: up to a
   * change, the text is as it was.
   */
  public DocumentText with(List<TextDocumentContentChangeEvent> changes) {
    DocumentText changed = this;
    for (int from = 0; from < changes.size(); ) {
      int to = from + 1;
      while (to < changes.size() && changed.isBefore(changes.get(to), changes.get(to - 1))) {
        to++;
      }
      changed = changed.withDescending(changes.subList(from, to));
      from = to;
    }
    return changed;
  }

  private boolean isBefore(
      TextDocumentContentChangeEvent change, TextDocumentContentChangeEvent last) {
    if (change.getRange() == null || last.getRange() == null) {
      return false;
    }
    Position limit = last.getRange().getStart();
    return position(offset(limit)).equals(limit) // and not moved to the end of its line
        && !isBehind(change.getRange().getStart(), limit)
        && !isBehind(change.getRange().getEnd(), limit);
  }

  private static boolean isBehind(Position position, Position limit) {
    return position.getLine() == limit.getLine()
        ? position.getCharacter() > limit.getCharacter()
        : position.getLine() > limit.getLine();
  }

  private DocumentText withDescending(List<TextDocumentContentChangeEvent> changes) {
    StringBuilder changed = new StringBuilder();
    int at = 0;
    for (int i = changes.size() - 1; i >= 0; i--) {
      Range range = changes.get(i).getRange();
      int start = range == null ? 0 : offset(range.getStart());
      changed.append(text().substring(at, start)).append(changes.get(i).getText());
      at = range == null ? text().length() : Math.max(start, offset(range.getEnd()));
    }
    return new DocumentText(changed.append(text().substring(at)).toString(), unit);
  }

  /** The offset of a position. */
  public int offset(Position position) {
    int line = position.getLine();
    if (line < 0) {
      return 0;
    }
    return line >= lineCount()
        ? text().length()
        : units.offset(lineStart(line), lineEnd(line), position.getCharacter());
  }

  /** The position of an offset. */
  public Position position(int offset) {
    int line = lineOf(offset);
    return new Position(line, units.before(offset) - units.before(lineStart(line)));
  }

  /** The range between two offsets. */
  public Range range(int start, int end) {
    return new Range(position(start), position(end));
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
    int index = Math.max(line, 1) - 1;
    if (index >= lineCount()) {
      return text().length();
    }
    int mark = index == 0 ? markLength() : 0;
    return codePoints.offset(lineStart(index) + mark, lineEnd(index), column - 1);
  }

  /** How long the byte order mark is that the text begins with: 1 or, without one, 0. */
  public int markLength() {
    return !text().isEmpty() && text().charAt(0) == BYTE_ORDER_MARK ? 1 : 0;
  }

  /** How many lines there are, at least one. */
  public int lineCount() {
    return lines.lineCount();
  }

  /** The line, counted from 0, that an offset is in. */
  public int lineOf(int offset) {
    return lines.lineOf(offset) - 1;
  }

  /** Where a line begins that is counted from 0. */
  public int lineStart(int line) {
    return lines.lineStart(line + 1);
  }

  /** Where a line ends, its line break left out. */
  public int lineEnd(int line) {
    return lines.lineEnd(line + 1);
  }

  /** The end of the token that begins at an offset, at most the end of its line. */
  public int tokenEnd(int offset) {
    return lines.tokenEnd(offset);
  }
}
