package dev.callsheet.linter.internal.stream;

import dev.callsheet.linter.finding.Finding;
import dev.callsheet.linter.internal.document.DocumentLinter;
import dev.callsheet.linter.internal.scan.FlaggedRegions;
import dev.callsheet.linter.internal.input.DecodedText;
import dev.callsheet.linter.internal.input.StartPosition;
import dev.callsheet.linter.validation.RequestValidator;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;

/**
 * Some lines of a file, of which it is known already which deserve a closer look. A little of it is
 * looked at ahead; where very much is wrong, the rest is when it is delivered, so that findings
 * never fill the memory.
 */
final class LineChunk {
  /** More than an excerpt shows, in bytes; lines that are nearer are looked at together. */
  private static final int CONTEXT_BYTES = 1024;

  /** How much is looked at together, in bytes, unless a line is longer. */
  private static final int MAX_GROUP_BYTES = 1 << 14;

  private static final int MAX_PREFETCHED_FINDINGS = 5_000;

  private final String file;
  private final byte[] lines;
  private final FlaggedRegions flagged;
  private final long firstLine;
  private final RequestValidator validator;
  private final List<Finding> findings = new ArrayList<>();
  private int next;
  private long requests;

  LineChunk(
      String file,
      byte[] lines,
      FlaggedRegions suspects,
      long firstLine,
      RequestValidator dispatch) {
    this.file = file;
    this.lines = lines;
    this.flagged = suspects;
    this.firstLine = firstLine;
    this.validator = dispatch;
    this.requests = suspects.validTasks();
  }

  /** Looks at as much of it as is worth keeping. */
  LineChunk prefetch() {
    while (next < flagged.count() && findings.size() < MAX_PREFETCHED_FINDINGS) {
      scanNext(findings::add);
    }
    return this;
  }

  /** Passes on what is found in it, and returns how many tasks there are. */
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

  /** Looks at some lines that stand near to each other, and those around them. */
  private DocumentLinter lintLines(int first, int end) {
    int from = (int) flagged.from(first);
    int start = lineStart(Math.max(0, from - CONTEXT_BYTES), from);
    int stop = (int) Math.min(lines.length, flagged.to(end - 1) + CONTEXT_BYTES);
    int before = lineBreaks(start, from);
    StartPosition origin =
        new StartPosition(Math.toIntExact(firstLine + flagged.index(first) - before), 1);
    DecodedText text = DecodedText.ofUtf8(Arrays.copyOfRange(lines, start, stop));
    DocumentLinter lint = new DocumentLinter(file, text, origin, validator);
    for (int i = first; i < end; i++) {
      lint.lintLine((int) (flagged.index(i) - flagged.index(first)) + before + 1);
    }
    return lint;
  }

  /** Where the first line begins that begins between two offsets, of which the last is one. */
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
