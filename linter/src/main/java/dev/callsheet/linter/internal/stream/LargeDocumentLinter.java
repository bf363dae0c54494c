package dev.callsheet.linter.internal.stream;

import dev.callsheet.linter.finding.Finding;
import dev.callsheet.linter.internal.document.DocumentLinter;
import dev.callsheet.linter.internal.document.LintContext;
import dev.callsheet.linter.internal.document.TaskListener;
import dev.callsheet.linter.internal.input.ByteSource;
import dev.callsheet.linter.internal.input.LineCounter;
import dev.callsheet.linter.internal.input.LineIndexedText;
import dev.callsheet.linter.internal.input.StartPosition;
import dev.callsheet.linter.internal.json.JsonSyntaxException;
import dev.callsheet.linter.internal.json.JsonSyntaxMessages.OpenBracket;
import dev.callsheet.linter.internal.scan.FlaggedRegions;
import dev.callsheet.linter.internal.scan.ScannedUuids;
import dev.callsheet.linter.internal.taskuuid.FirstUses;
import dev.callsheet.linter.internal.taskuuid.RepeatedTasks;
import java.io.IOException;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Lints one JSON value, a task or a list of tasks, that is too large to hold in memory: scans it
 * once, and then reads and validates only the tasks that the scanner flagged, in groups of
 * neighbours. Memory is needed for one group at a time, at most {@link #MAX_TASK_BYTES} and the
 * tree made from it.
 */
public final class LargeDocumentLinter {
  /** Flagged tasks are linted as a group when no gap between them is larger, in bytes. */
  private static final long MAX_GAP_BYTES = 1 << 14;

  /** How large a group may be, in bytes, unless a single task is larger. */
  private static final long MAX_GROUP_BYTES = 1 << 16;

  /** How large a task may be to be validated by itself, in bytes. */
  public static final long MAX_TASK_BYTES = 1 << 25;

  /** More than an excerpt shows. */
  private static final int EXCERPT_CONTEXT_BYTES = 1 << 10;

  /** As much before an error is searched for the bracket that it stands in. */
  private static final int MALFORMED_CONTEXT_BYTES = 1 << 16;

  private final String file;
  private final ByteSource source;
  private final long from;
  private final long to;
  private final int firstLine;
  private final LineCounter lineCounter;
  private final LintContext context;
  private final boolean isLine;
  private FirstUses firstUses;
  private @Nullable TaskListener listener;

  /** Lints the bytes from {@code from} to {@code to}; {@code from} is the start of a line. */
  public LargeDocumentLinter(
      String file, ByteSource source, long from, long to, int line, LintContext context) {
    this(file, source, from, to, line, context, null);
  }

  /**
   * The same of a document that is one line of many.
   *
   * @param firstUses where the UUIDs of tasks were used first, in that line or before it
   */
  LargeDocumentLinter(
      String file,
      ByteSource source,
      long from,
      long to,
      int line,
      LintContext context,
      @Nullable FirstUses firstUses) {
    this.file = file;
    this.source = source;
    this.from = from;
    this.to = to;
    this.firstLine = line;
    this.lineCounter = newLineCounter();
    this.context = context;
    this.isLine = firstUses != null;
    this.firstUses = firstUses == null ? FirstUses.NONE : firstUses;
  }

  /** Tells a listener of each task that is validated. */
  public void notify(TaskListener newListener) {
    listener = newListener;
  }

  /** Passes on the findings in the order of their positions, and returns the number of tasks. */
  public long lint(Consumer<Finding> found) throws IOException {
    FlaggedRegions flagged = context.scanner().scanDocument(source, from, to);
    if (flagged.isWhole()) {
      JsonSyntaxError error = new JsonSyntaxErrorSearch(source, from, to).find();
      if (error != null) {
        lintMalformed(error).deliver(found);
        return 0;
      }
      flagged = TaskSplitter.split(source, from, to);
    }
    if (isLine) {
      flagRepeatedTasks(flagged);
    } else {
      findRepeatedTasks(flagged);
    }
    long requests = flagged.validTasks();
    int next = 0;
    while (next < flagged.count()) {
      int end = groupEnd(flagged, next);
      requests += lintGroup(flagged, next, end).deliver(found);
      next = end;
    }
    return requests;
  }

  private void findRepeatedTasks(FlaggedRegions flagged) throws IOException {
    RepeatedTasks repeatedTasks = new RepeatedTasks(context.validator()::startsTask);
    firstUses = repeatedTasks.addDocument(source, flagged, from, firstLine);
    context.tasksNotCompared().add(repeatedTasks.notRemembered());
  }

  /** Flags the valid tasks of a line that are known to repeat a UUID. */
  private void flagRepeatedTasks(FlaggedRegions flagged) {
    ScannedUuids valid = flagged.validUuids();
    FlaggedRegions repeating = new FlaggedRegions();
    for (int task = 0; task < valid.count(); task++) {
      if (firstUses.of(firstLine, pointer(flagged, valid.index(task))) != null) {
        repeating.add(valid.from(task), valid.to(task), valid.index(task));
      }
    }
    flagged.addAll(repeating, repeating.count());
  }

  private static String pointer(FlaggedRegions flagged, long index) {
    return flagged.isList() ? "/" + index : "";
  }

  private static int groupEnd(FlaggedRegions flagged, int first) {
    int end = first + 1;
    while (end < flagged.count()
        && flagged.from(end) - flagged.to(end - 1) <= MAX_GAP_BYTES
        && flagged.to(end) - flagged.from(first) <= MAX_GROUP_BYTES) {
      end++;
    }
    return end;
  }

  private DocumentLinter lintGroup(FlaggedRegions flagged, int first, int end) throws IOException {
    long begin = flagged.from(first);
    long size = flagged.to(end - 1) - begin;
    boolean tooLarge = size > MAX_TASK_BYTES;
    ByteWindow window =
        ByteWindow.of(
            source, from, begin, tooLarge ? begin : flagged.to(end - 1), EXCERPT_CONTEXT_BYTES);
    long[] positions = new long[2 * (end - first)];
    for (int i = 0; i < positions.length; i += 2) {
      positions[i] = flagged.from(first + i / 2);
      positions[i + 1] = tooLarge ? positions[i] : flagged.to(first + i / 2);
    }
    int[] offsets = window.charOffsets(positions);
    DocumentLinter lint = lint(window);
    if (window.start() > from) {
      lint.hideBefore(offsets[0]);
    }
    for (int i = 0; i < offsets.length; i += 2) {
      String pointer = pointer(flagged, flagged.index(first + i / 2));
      if (tooLarge) {
        lint.addTooLarge(pointer, offsets[i], size);
      } else {
        lint.lintTask(pointer, offsets[i], offsets[i + 1]);
      }
    }
    return lint;
  }

  private DocumentLinter lintMalformed(JsonSyntaxError error) throws IOException {
    ByteWindow window =
        ByteWindow.of(source, from, error.position(), error.position(), MALFORMED_CONTEXT_BYTES);
    DocumentLinter lint = lint(window);
    int offset = window.charOffsets(error.position())[0];
    if (window.start() > from) {
      boolean isBracketShown = error.openBracket() >= window.start();
      long known = isBracketShown ? error.openBracket() : Math.min(error.position() + 1, to);
      lint.hideBefore(window.charOffsets(known)[0]);
    }
    String text = window.decodedText().text();
    JsonSyntaxException malformed = error.toException(text, offset, openBracket(error, window));
    lint.addMalformed(malformed.offset(), malformed.reason());
    return lint;
  }

  /** The bracket that is not closed, seen from a window of the source. */
  private @Nullable OpenBracket openBracket(JsonSyntaxError error, ByteWindow window)
      throws IOException {
    if (error.openBracket() < 0) {
      return null;
    }
    StartPosition bracket = newLineCounter().advance(error.openBracket());
    LineIndexedText text =
        new LineIndexedText(
            file, window.decodedText().text(), newLineCounter().advance(window.start()));
    return new OpenBracket(
        error.openBracketKind(), bracket.line(), offset -> text.location(offset).line());
  }

  private LineCounter newLineCounter() {
    return new LineCounter(source, from, firstLine);
  }

  private DocumentLinter lint(ByteWindow window) throws IOException {
    StartPosition origin = lineCounter.advance(window.start());
    DocumentLinter lint =
        new DocumentLinter(file, window.decodedText(), origin, context, firstUses);
    if (isLine) {
      lint.readLinesAsDocuments();
    }
    if (listener != null) {
      lint.notify(listener);
    }
    return lint;
  }
}
