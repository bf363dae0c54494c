package dev.callsheet.linter.internal.stream;

import dev.callsheet.linter.finding.Finding;
import dev.callsheet.linter.internal.document.LintContext;
import dev.callsheet.linter.internal.scan.FlaggedRegions;
import dev.callsheet.linter.internal.taskuuid.FirstUses;
import dev.callsheet.linter.internal.taskuuid.RepeatedTasks;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;

/**
 * Lints a stream of lines in chunks, on all workers at once, and delivers the findings in the order
 * of the lines.
 *
 * <p>The stream is cut at line ends into chunks of about a megabyte. Each chunk goes through a
 * pipeline of futures: a worker scans it, which yields its flagged lines and its number of lines;
 * the line numbers of a chunk follow from the number of the chunk before, a sum that is passed from
 * future to future and never waits for linting, and in the same order its tasks are compared with
 * those before; then a worker lints the flagged lines ahead of delivery. The calling thread reads
 * chunks, and delivers the oldest one whenever more than two per worker are under way, so that
 * memory holds a bounded number of chunks and of findings. When the stream has nothing more to read
 * at the moment, as when another program writes it slowly, all chunks are delivered before the next
 * read, so that findings appear at once.
 *
 * <p>Time is that of the slower of reading and of linting divided by the number of workers.
 */
public final class LineStreamLinter {
  private final String file;
  private final int chunkBytes;
  private final LintContext context;
  private final WorkerPool workers;

  /** Chunks have about {@code chunkBytes} bytes. */
  public LineStreamLinter(String file, int chunkBytes, LintContext context, WorkerPool workers) {
    this.file = file;
    this.chunkBytes = chunkBytes;
    this.context = context;
    this.workers = workers;
  }

  /** Lints UTF-8 without a byte order mark, and returns the number of tasks. */
  public long lint(InputStream in, Consumer<Finding> found) throws IOException {
    Deque<CompletableFuture<LineChunk>> pending = new ArrayDeque<>();
    CompletableFuture<Long> line = CompletableFuture.completedFuture(1L);
    long requests = 0;
    RepeatedTasks repeatedTasks = new RepeatedTasks(context.validator()::startsTask);
    LineChunkReader lines = new LineChunkReader(in, chunkBytes);
    for (byte[] bytes = lines.nextChunk(); bytes.length > 0; bytes = lines.nextChunk()) {
      byte[] text = bytes;
      CompletableFuture<FlaggedRegions> scanned =
          CompletableFuture.supplyAsync(
              () -> context.scanner().scanLines(text, 0, text.length), workers);
      CompletableFuture<LineChunk> chunk =
          scanned.thenCombine(
              line,
              (flagged, first) -> {
                FirstUses firstUses = repeatedTasks.addLines(text, flagged, first);
                return new LineChunk(file, text, flagged, first, context, firstUses);
              });
      line = chunk.thenApply(LineChunk::nextLine);
      pending.add(chunk.thenApplyAsync(LineChunk::prefetch, workers));
      while (pending.size() > (in.available() > 0 ? 2 * workers.threads() : 0)) {
        requests += pending.remove().join().deliver(found);
      }
    }
    while (!pending.isEmpty()) {
      requests += pending.remove().join().deliver(found);
    }
    context.tasksNotCompared().add(repeatedTasks.notRemembered());
    return requests;
  }
}
