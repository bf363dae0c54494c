package dev.callsheet.linter.internal.stream;

import dev.callsheet.linter.finding.Finding;
import dev.callsheet.linter.internal.scan.RequestScanner;
import dev.callsheet.linter.internal.scan.FlaggedRegions;
import dev.callsheet.linter.validation.RequestValidator;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;

/**
 * Lints line by line what is too large to hold, or not all there yet: cuts it at line ends, and
 * lints the pieces on all cores at once. What is found comes in the order of the lines, and at once
 * when there is nothing more to read for the moment.
 */
public final class LineStreamLinter {
  private final String file;
  private final int chunkBytes;
  private final RequestValidator validator;
  private final RequestScanner scanner;
  private final WorkerPool workers;

  /** {@code piece} is about how large the pieces are, in bytes. */
  public LineStreamLinter(
      String file, int piece, RequestValidator dispatch, RequestScanner scanner, WorkerPool workers) {
    this.file = file;
    this.chunkBytes = piece;
    this.validator = dispatch;
    this.scanner = scanner;
    this.workers = workers;
  }

  /** Passes on what is found in UTF-8 without a mark, and returns how many tasks there were. */
  public long lint(InputStream in, Consumer<Finding> found) throws IOException {
    Deque<CompletableFuture<LineChunk>> pending = new ArrayDeque<>();
    CompletableFuture<Long> line = CompletableFuture.completedFuture(1L);
    long requests = 0;
    LineChunkReader lines = new LineChunkReader(in, chunkBytes);
    for (byte[] bytes = lines.nextChunk(); bytes.length > 0; bytes = lines.nextChunk()) {
      byte[] text = bytes;
      CompletableFuture<FlaggedRegions> screened =
          CompletableFuture.supplyAsync(() -> scanner.scanLines(text, 0, text.length), workers);
      pending.add(
          screened.thenCombineAsync(
              line,
              (suspects, first) -> new LineChunk(file, text, suspects, first, validator).prefetch(),
              workers));
      line = line.thenCombine(screened, (first, suspects) -> first + suspects.lineCount());
      while (pending.size() > (in.available() > 0 ? 2 * workers.threads() : 0)) {
        requests += pending.remove().join().deliver(found);
      }
    }
    while (!pending.isEmpty()) {
      requests += pending.remove().join().deliver(found);
    }
    return requests;
  }
}
