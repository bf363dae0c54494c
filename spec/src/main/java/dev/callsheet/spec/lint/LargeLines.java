package dev.callsheet.spec.lint;

import dev.callsheet.spec.lint.scan.Feed;
import dev.callsheet.spec.lint.scan.Screening;
import dev.callsheet.spec.lint.scan.Suspects;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;

/**
 * Lints a file line by line that is too large to hold: cuts it at line ends, and lints the pieces
 * on all cores at once. What is found comes in the order of the file.
 */
final class LargeLines {
  /** More than an excerpt shows, in bytes; lines that are nearer are looked at together. */
  private static final int AROUND = 1024;

  private final String file;
  private final Feed feed;
  private final int piece;
  private final Dispatch dispatch;
  private final Screening screening;
  private final Workers workers;

  /** {@code piece} is about how large the pieces are, in bytes. */
  LargeLines(
      String file, Feed feed, int piece, Dispatch dispatch, Screening screening, Workers workers) {
    this.file = file;
    this.feed = feed;
    this.piece = piece;
    this.dispatch = dispatch;
    this.screening = screening;
    this.workers = workers;
  }

  /** Passes on what is found from a position on, and returns how many tasks there were. */
  long lint(long from, Consumer<Finding> found) throws IOException {
    int ahead = 2 * workers.threads();
    Deque<CompletableFuture<LintResult>> pending = new ArrayDeque<>();
    CompletableFuture<Long> line = CompletableFuture.completedFuture(1L);
    long requests = 0;
    Pieces pieces = new Pieces(feed, from, piece);
    for (byte[] bytes = pieces.next(); bytes.length > 0; bytes = pieces.next()) {
      byte[] lines = bytes;
      CompletableFuture<Suspects> screened =
          CompletableFuture.supplyAsync(() -> screening.lines(lines, 0, lines.length), workers);
      pending.add(
          screened.thenCombineAsync(
              line, (suspects, first) -> look(lines, suspects, first), workers));
      line = line.thenCombine(screened, (first, suspects) -> first + suspects.lines());
      if (pending.size() > ahead) {
        requests += deliver(pending.remove().join(), found);
      }
    }
    while (!pending.isEmpty()) {
      requests += deliver(pending.remove().join(), found);
    }
    return requests;
  }

  private static long deliver(LintResult result, Consumer<Finding> found) {
    result.findings().forEach(found);
    return result.requests();
  }

  private LintResult look(byte[] lines, Suspects suspects, long firstLine) {
    List<Finding> findings = new ArrayList<>();
    int requests = Math.toIntExact(suspects.right());
    int next = 0;
    while (next < suspects.count()) {
      int end = next + 1;
      while (end < suspects.count() && suspects.from(end) - suspects.to(end - 1) <= AROUND) {
        end++;
      }
      LintResult result = look(lines, suspects, next, end, firstLine);
      findings.addAll(result.findings());
      requests += result.requests();
      next = end;
    }
    return new LintResult(findings, requests);
  }

  /** Looks at some lines that stand near to each other, and those around them. */
  private LintResult look(byte[] lines, Suspects suspects, int first, int end, long firstLine) {
    int from = (int) suspects.from(first);
    int start = lineStart(lines, Math.max(0, from - AROUND), from);
    int stop = (int) Math.min(lines.length, suspects.to(end - 1) + AROUND);
    int before = lineBreaks(lines, start, from);
    Origin origin = new Origin(Math.toIntExact(firstLine + suspects.index(first) - before), 1);
    Decoding text = Decoding.ofUtf8(Arrays.copyOfRange(lines, start, stop));
    FileLint lint = new FileLint(file, text, origin, dispatch);
    for (int i = first; i < end; i++) {
      lint.line((int) (suspects.index(i) - suspects.index(first)) + before + 1);
    }
    return lint.result();
  }

  /** Where the first line begins that begins between two offsets, of which the last is one. */
  private static int lineStart(byte[] lines, int from, int to) {
    int at = from;
    while (at < to && at > 0 && lineBreaks(lines, at - 1, at) == 0) {
      at++;
    }
    return at;
  }

  private static int lineBreaks(byte[] lines, int from, int to) {
    int breaks = 0;
    for (int i = from; i < to; i++) {
      boolean first = lines[i] == '\r' && i + 1 < lines.length && lines[i + 1] == '\n';
      breaks += lines[i] == '\n' || (lines[i] == '\r' && !first) ? 1 : 0;
    }
    return breaks;
  }

  /** Pieces of a feed, each ending where a line ends. */
  private static final class Pieces {
    private final Feed feed;
    private final int size;
    private long position;

    Pieces(Feed feed, long position, int size) {
      this.feed = feed;
      this.position = position;
      this.size = size;
    }

    /** The next one; empty at the end. */
    byte[] next() throws IOException {
      int wanted = size;
      while (true) {
        byte[] bytes = read(wanted);
        boolean last = position + bytes.length >= feed.size();
        int end = last ? bytes.length : lastLineEnd(bytes);
        if (end > 0 || bytes.length == 0) {
          position += end;
          return end == bytes.length ? bytes : Arrays.copyOf(bytes, end);
        }
        wanted = Math.multiplyExact(wanted, 2);
      }
    }

    private byte[] read(int wanted) throws IOException {
      byte[] bytes = new byte[(int) Math.min(wanted, feed.size() - position)];
      int there = 0;
      while (there < bytes.length) {
        int read = feed.read(position + there, bytes, there, bytes.length - there);
        if (read <= 0) {
          return Arrays.copyOf(bytes, there);
        }
        there += read;
      }
      return bytes;
    }

    /** Behind the last line break that certainly is whole; 0 when there is none. */
    private static int lastLineEnd(byte[] bytes) {
      for (int end = bytes.length; end > 0; end--) {
        byte b = bytes[end - 1];
        if (b == '\n' || (b == '\r' && end < bytes.length && bytes[end] != '\n')) {
          return end;
        }
      }
      return 0;
    }
  }
}
