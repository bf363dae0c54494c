package dev.callsheet.spec.lint;

import dev.callsheet.spec.lint.scan.Feed;
import dev.callsheet.spec.lint.scan.Screening;
import dev.callsheet.spec.lint.scan.Suspects;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.function.Consumer;

/**
 * Lints a file line by line that is too large to hold: cuts it at line ends, and lints the pieces
 * on all cores at once. What is found comes in the order of the file.
 */
final class LargeLines {
  private final String file;
  private final Feed feed;
  private final int piece;
  private final Dispatch dispatch;
  private final Screening screening;
  private final Executor executor;

  /** {@code piece} is about how large the pieces are, in bytes. */
  LargeLines(
      String file,
      Feed feed,
      int piece,
      Dispatch dispatch,
      Screening screening,
      Executor executor) {
    this.file = file;
    this.feed = feed;
    this.piece = piece;
    this.dispatch = dispatch;
    this.screening = screening;
    this.executor = executor;
  }

  /** Passes on what is found from a position on, and returns how many tasks there were. */
  long lint(long from, Consumer<Finding> found) throws IOException {
    int ahead = 2 * Runtime.getRuntime().availableProcessors();
    Deque<CompletableFuture<LintResult>> pending = new ArrayDeque<>();
    CompletableFuture<Long> line = CompletableFuture.completedFuture(1L);
    long requests = 0;
    Pieces pieces = new Pieces(feed, from, piece);
    for (byte[] bytes = pieces.next(); bytes.length > 0; bytes = pieces.next()) {
      byte[] lines = bytes;
      CompletableFuture<Suspects> screened =
          CompletableFuture.supplyAsync(() -> screening.lines(lines, 0, lines.length), executor);
      pending.add(
          screened.thenCombineAsync(
              line, (suspects, first) -> look(lines, suspects, first), executor));
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
    if (suspects.count() == 0) {
      return new LintResult(List.of(), Math.toIntExact(suspects.right()));
    }
    Origin origin = new Origin(Math.toIntExact(firstLine), 1);
    FileLint lint = new FileLint(file, Decoding.ofUtf8(lines), origin, dispatch);
    for (int i = 0; i < suspects.count(); i++) {
      lint.line((int) suspects.index(i) + 1);
    }
    LintResult result = lint.result();
    return new LintResult(result.findings(), result.requests() + (int) suspects.right());
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
