package dev.callsheet.spec.lint;

import dev.callsheet.spec.lint.scan.Suspects;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;

/**
 * Some lines of a file, of which it is known already which deserve a closer look. A little of it is
 * looked at ahead; where very much is wrong, the rest is when it is delivered, so that findings
 * never fill the memory.
 */
final class Piece {
  /** More than an excerpt shows, in bytes; lines that are nearer are looked at together. */
  private static final int AROUND = 1024;

  /** How much is looked at together, in bytes, unless a line is longer. */
  private static final int LARGEST = 1 << 14;

  private static final int FINDINGS_AHEAD = 5_000;

  private final String file;
  private final byte[] lines;
  private final Suspects suspects;
  private final long firstLine;
  private final Dispatch dispatch;
  private final List<Finding> findings = new ArrayList<>();
  private int next;
  private long requests;

  Piece(String file, byte[] lines, Suspects suspects, long firstLine, Dispatch dispatch) {
    this.file = file;
    this.lines = lines;
    this.suspects = suspects;
    this.firstLine = firstLine;
    this.dispatch = dispatch;
    this.requests = suspects.right();
  }

  /** Looks at as much of it as is worth keeping. */
  Piece ahead() {
    while (next < suspects.count() && findings.size() < FINDINGS_AHEAD) {
      lookOn(findings::add);
    }
    return this;
  }

  /** Passes on what is found in it, and returns how many tasks there are. */
  long deliver(Consumer<Finding> found) {
    findings.forEach(found);
    findings.clear();
    while (next < suspects.count()) {
      lookOn(found);
    }
    return requests;
  }

  private void lookOn(Consumer<Finding> found) {
    int end = next + 1;
    while (end < suspects.count()
        && suspects.from(end) - suspects.to(end - 1) <= AROUND
        && suspects.to(end) - suspects.from(next) <= LARGEST) {
      end++;
    }
    requests += look(next, end).deliver(found);
    next = end;
  }

  /** Looks at some lines that stand near to each other, and those around them. */
  private FileLint look(int first, int end) {
    int from = (int) suspects.from(first);
    int start = lineStart(Math.max(0, from - AROUND), from);
    int stop = (int) Math.min(lines.length, suspects.to(end - 1) + AROUND);
    int before = lineBreaks(start, from);
    Origin origin = new Origin(Math.toIntExact(firstLine + suspects.index(first) - before), 1);
    Decoding text = Decoding.ofUtf8(Arrays.copyOfRange(lines, start, stop));
    FileLint lint = new FileLint(file, text, origin, dispatch);
    for (int i = first; i < end; i++) {
      lint.line((int) (suspects.index(i) - suspects.index(first)) + before + 1);
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
