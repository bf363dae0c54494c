package dev.callsheet.linter.internal.stream;

import dev.callsheet.linter.finding.Finding;
import dev.callsheet.linter.internal.document.DocumentLinter;
import dev.callsheet.linter.internal.scan.RequestScanner;
import dev.callsheet.linter.internal.scan.FlaggedRegions;
import dev.callsheet.linter.internal.input.ByteSource;
import dev.callsheet.linter.internal.input.StartPosition;
import dev.callsheet.linter.internal.json.JsonSyntaxException;
import dev.callsheet.linter.validation.RequestValidator;
import java.io.IOException;
import java.util.function.Consumer;

/**
 * Lints one JSON value, a task or a list of tasks, that is too large to hold: lets it pass once,
 * and then looks closely at those parts only that deserve it.
 */
public final class LargeDocumentLinter {
  /** Tasks that stand so near to each other are looked at together, in bytes. */
  private static final long MAX_GAP_BYTES = 1 << 14;

  /** How much is looked at together, in bytes. */
  private static final long MAX_GROUP_BYTES = 1 << 16;

  /** How large a task may be to be validated by itself, in bytes. */
  public static final long MAX_TASK_BYTES = 1 << 25;

  private final String file;
  private final ByteSource source;
  private final long from;
  private final long to;
  private final int firstLine;
  private final LineCounter lineCounter;
  private final RequestValidator validator;
  private final RequestScanner scanner;

  /** Lints what stands between two positions of a feed; a line begins at the first of them. */
  public LargeDocumentLinter(
      String file,
      ByteSource feed,
      long from,
      long to,
      int line,
      RequestValidator dispatch,
      RequestScanner scanner) {
    this.file = file;
    this.source = feed;
    this.from = from;
    this.to = to;
    this.firstLine = line;
    this.lineCounter = new LineCounter(feed, from, line);
    this.validator = dispatch;
    this.scanner = scanner;
  }

  /** Passes on what is found, in the order of the places, and returns how many tasks there were. */
  public long lint(Consumer<Finding> found) throws IOException {
    FlaggedRegions suspects = scanner.scanDocument(source, from, to);
    if (suspects.isWhole()) {
      JsonSyntaxError error = new JsonSyntaxErrorSearch(source, from, to).find();
      if (error != null) {
        lintMalformed(error).deliver(found);
        return 0;
      }
      suspects = TaskSplitter.split(source, from, to);
    }
    long requests = suspects.validTasks();
    int next = 0;
    while (next < suspects.count()) {
      int end = groupEnd(suspects, next);
      requests += lintGroup(suspects, next, end).deliver(found);
      next = end;
    }
    return requests;
  }

  private static int groupEnd(FlaggedRegions suspects, int first) {
    int end = first + 1;
    while (end < suspects.count()
        && suspects.from(end) - suspects.to(end - 1) <= MAX_GAP_BYTES
        && suspects.to(end) - suspects.from(first) <= MAX_GROUP_BYTES) {
      end++;
    }
    return end;
  }

  private DocumentLinter lintGroup(FlaggedRegions suspects, int first, int end) throws IOException {
    long begin = suspects.from(first);
    long size = suspects.to(end - 1) - begin;
    boolean tooLarge = size > MAX_TASK_BYTES;
    ByteWindow stretch =
        ByteWindow.of(source, from, begin, tooLarge ? begin : suspects.to(end - 1));
    long[] positions = new long[2 * (end - first)];
    for (int i = 0; i < positions.length; i += 2) {
      positions[i] = suspects.from(first + i / 2);
      positions[i + 1] = tooLarge ? positions[i] : suspects.to(first + i / 2);
    }
    int[] offsets = stretch.charOffsets(positions);
    DocumentLinter lint = lint(stretch);
    for (int i = 0; i < offsets.length; i += 2) {
      String pointer = suspects.isList() ? "/" + suspects.index(first + i / 2) : "";
      if (tooLarge) {
        lint.addTooLarge(pointer, offsets[i], size);
      } else {
        lint.lintTask(pointer, offsets[i], offsets[i + 1]);
      }
    }
    return lint;
  }

  private DocumentLinter lintMalformed(JsonSyntaxError error) throws IOException {
    ByteWindow stretch = ByteWindow.of(source, from, error.position(), error.position());
    DocumentLinter lint = lint(stretch);
    int offset = stretch.charOffsets(error.position())[0];
    JsonSyntaxException malformed =
        error.toException(stretch.decodedText().text(), offset, unclosedDescription(error));
    lint.addMalformed(malformed.offset(), malformed.reason());
    return lint;
  }

  private String unclosedDescription(JsonSyntaxError error) throws IOException {
    if (error.openBracket() < 0) {
      return "";
    }
    StartPosition begin = new LineCounter(source, from, firstLine).advance(error.openBracket());
    return error.openBracketKind() + " that begins in line " + begin.line();
  }

  private DocumentLinter lint(ByteWindow stretch) throws IOException {
    StartPosition origin = lineCounter.advance(stretch.start());
    return new DocumentLinter(file, stretch.decodedText(), origin, validator);
  }
}
