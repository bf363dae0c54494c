package dev.callsheet.spec.lint;

import dev.callsheet.spec.lint.scan.Screening;
import dev.callsheet.spec.lint.scan.Suspects;
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
final class LargeLines {
  private final String file;
  private final int piece;
  private final Dispatch dispatch;
  private final Screening screening;
  private final Workers workers;

  /** {@code piece} is about how large the pieces are, in bytes. */
  LargeLines(String file, int piece, Dispatch dispatch, Screening screening, Workers workers) {
    this.file = file;
    this.piece = piece;
    this.dispatch = dispatch;
    this.screening = screening;
    this.workers = workers;
  }

  /** Passes on what is found in UTF-8 without a mark, and returns how many tasks there were. */
  long lint(InputStream in, Consumer<Finding> found) throws IOException {
    Deque<CompletableFuture<Piece>> pending = new ArrayDeque<>();
    CompletableFuture<Long> line = CompletableFuture.completedFuture(1L);
    long requests = 0;
    Lines lines = new Lines(in, piece);
    for (byte[] bytes = lines.next(); bytes.length > 0; bytes = lines.next()) {
      byte[] text = bytes;
      CompletableFuture<Suspects> screened =
          CompletableFuture.supplyAsync(() -> screening.lines(text, 0, text.length), workers);
      pending.add(
          screened.thenCombineAsync(
              line,
              (suspects, first) -> new Piece(file, text, suspects, first, dispatch).ahead(),
              workers));
      line = line.thenCombine(screened, (first, suspects) -> first + suspects.lines());
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
