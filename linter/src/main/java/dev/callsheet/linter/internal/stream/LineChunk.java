package dev.callsheet.linter.internal.stream;

import dev.callsheet.linter.finding.Finding;
import dev.callsheet.linter.internal.document.DocumentLinter;
import dev.callsheet.linter.internal.document.LintContext;
import dev.callsheet.linter.internal.input.ArrayByteSource;
import dev.callsheet.linter.internal.input.ByteSource;
import dev.callsheet.linter.internal.input.DecodedText;
import dev.callsheet.linter.internal.input.StartPosition;
import dev.callsheet.linter.internal.scan.FlaggedRegions;
import dev.callsheet.linter.internal.taskuuid.FirstUses;
import java.io.IOException;
import java.io.UncheckedIOException;
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

  /** Lints a flagged line by itself: what stands in others is not shown with it. */
  private void scanNext(Consumer<Finding> found) {
    if (flagged.to(next) - flagged.from(next) > LargeDocumentLinter.MAX_TASK_BYTES) {
      requests += lintLargeLine(next++, found);
      return;
    }
    byte[] line = Arrays.copyOfRange(lines, (int) flagged.from(next), (int) flagged.to(next));
    StartPosition start = new StartPosition(Math.toIntExact(firstLine + flagged.index(next)), 1);
    DocumentLinter lint =
        new DocumentLinter(file, DecodedText.ofUtf8(line), start, context, firstUses);
    lint.lintLine(1);
    requests += lint.deliver(found);
    next++;
  }

  /** Lints a line too large to be read in full, task by task. */
  private long lintLargeLine(int region, Consumer<Finding> found) {
    ByteSource source = new ArrayByteSource(lines);
    int line = Math.toIntExact(firstLine + flagged.index(region));
    try {
      return new LargeDocumentLinter(
              file, source, flagged.from(region), flagged.to(region), line, context, firstUses)
          .lint(found);
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible); // nothing is read but memory
    }
  }
}
