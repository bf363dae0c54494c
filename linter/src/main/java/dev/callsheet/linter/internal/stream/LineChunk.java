package dev.callsheet.linter.internal.stream;

import dev.callsheet.linter.finding.Finding;
import dev.callsheet.linter.internal.document.DocumentLinter;
import dev.callsheet.linter.internal.document.LintContext;
import dev.callsheet.linter.internal.input.DecodedText;
import dev.callsheet.linter.internal.input.StartPosition;
import dev.callsheet.linter.internal.scan.FlaggedRegions;
import dev.callsheet.linter.internal.taskuuid.FirstUses;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;

/**
 * Some lines of a file that were scanned, with the lines flagged. Linting happens ahead of delivery
 * until there are many findings; the rest of the chunk is linted on delivery, so that findings
 * never fill the memory.
 */
final class LineChunk {
  /** More than an excerpt shows, in bytes; flagged lines that are nearer are linted together. */
  private static final int CONTEXT_BYTES = 1024;

  /** How much is linted together, in bytes, unless a line is longer. */
  private static final int MAX_GROUP_BYTES = 1 << 14;

  private static final int MAX_PREFETCHED_FINDINGS = 5_000;

  private final String file;
  private final byte[] lines;
  private final FlaggedRegions flagged;
  private final long firstLine;
  private final LintContext context;
  private final FirstUses firstUses;
  private final List<Finding> findings = new ArrayList<>();
  private int next;
  private long requests;

  LineChunk(
      String file,
      byte[] lines,
      FlaggedRegions flagged,
      long firstLine,
      LintContext context,
      FirstUses firstUses) {
    this.file = file;
    this.lines = lines;
    this.flagged = flagged;
    this.firstLine = firstLine;
    this.context = context;
    this.firstUses = firstUses;
    this.requests = flagged.validTasks();
  }

  /** The number of the first line of the next chunk. */
  long nextLine() {
    return firstLine + flagged.lineCount();
  }

  /** Lints until there are as many findings as may be kept. */
  LineChunk prefetch() {
    while (next < flagged.count() && findings.size() < MAX_PREFETCHED_FINDINGS) {
      scanNext(findings::add);
    }
    return this;
  }

  /** Passes on the findings, and returns the number of tasks. */
  long deliver(Consumer<Finding> found) {
    findings.forEach(found);
    findings.clear();
    while (next < flagged.count()) {
      scanNext(found);
    }
    return requests;
  }

  private void scanNext(Consumer<Finding> found) {
    int end = next + 1;
    while (end < flagged.count()
        && flagged.from(end) - flagged.to(end - 1) <= CONTEXT_BYTES
        && flagged.to(end) - flagged.from(next) <= MAX_GROUP_BYTES) {
      end++;
    }
    requests += lintLines(next, end).deliver(found);
    next = end;
  }

  /** Lints flagged lines that are near each other, with their surroundings for excerpts. */
  private DocumentLinter lintLines(int first, int end) {
    int from = (int) flagged.from(first);
    int start = lineStart(Math.max(0, from - CONTEXT_BYTES), from);
    int stop = (int) Math.min(lines.length, flagged.to(end - 1) + CONTEXT_BYTES);
    int before = lineBreaks(start, from);
    StartPosition origin =
        new StartPosition(Math.toIntExact(firstLine + flagged.index(first) - before), 1);
    DecodedText text = DecodedText.ofUtf8(Arrays.copyOfRange(lines, start, stop));
    DocumentLinter lint = new DocumentLinter(file, text, origin, context, firstUses);
    for (int i = first; i < end; i++) {
      lint.lintLine((int) (flagged.index(i) - flagged.index(first)) + before + 1);
    }
    return lint;
  }

  /** The start of the first line that begins between two offsets; {@code to} is one. */
  private int lineStart(int from, int to) {
    int at = from;
    while (at < to && at > 0 && lineBreaks(at - 1, at) == 0) {
      at++;
    }
    return at;
  }

  private int lineBreaks(int from, int to) {
    int breaks = 0;
    for (int i = from; i < to; i++) {
      boolean first = lines[i] == '\r' && i + 1 < lines.length && lines[i + 1] == '\n';
      breaks += lines[i] == '\n' || (lines[i] == '\r' && !first) ? 1 : 0;
    }
    return breaks;
  }
}
