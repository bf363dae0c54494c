package dev.callsheet.linter;

import dev.callsheet.linter.internal.stream.WorkerPool;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** One run under way: small files are judged ahead of their turn, what is large in its turn. */
final class LintExecutor {
  /** What is larger is worth all workers, in bytes. */
  private static final int MAX_PREFETCHED_BYTES = 1 << 20;

  private final Linter linter;
  private final WorkerPool workers;
  private final LintSink sink;

  LintExecutor(Linter linter, WorkerPool workers, LintSink sink) {
    this.linter = linter;
    this.workers = workers;
    this.sink = sink;
  }

  /** Judges the inputs, and passes on what is found in their order. */
  void lintAll(List<? extends LintInput> inputs) {
    Deque<ScheduledInput> turns = new ArrayDeque<>();
    for (LintInput input : inputs) {
      turns.add(new ScheduledInput(input, prefetch(input)));
      if (turns.size() > 2 * workers.threads()) {
        deliver(turns.remove());
      }
    }
    turns.forEach(this::deliver);
  }

  /** An input, and what is found in it where that is judged already. */
  private record ScheduledInput(
      LintInput input, @Nullable CompletableFuture<PrefetchedResult> prefetched) {}

  private @Nullable CompletableFuture<PrefetchedResult> prefetch(LintInput input) {
    return workers.threads() > 1 && input instanceof LintInput.OfFile file && isSmall(file.file())
        ? CompletableFuture.supplyAsync(() -> PrefetchedResult.of(linter, file), workers)
        : null;
  }

  private static boolean isSmall(Path file) {
    try {
      return Files.isRegularFile(file) && Files.size(file) <= MAX_PREFETCHED_BYTES;
    } catch (IOException e) {
      return false; // it is said in its turn
    }
  }

  private void deliver(ScheduledInput turn) {
    if (turn.input() instanceof UnreadableInput unreadable) {
      sink.onUnreadableInput(unreadable);
      return;
    }
    String name = turn.input().name();
    long requests;
    try {
      requests = lint(turn);
    } catch (IOException failed) {
      sink.onUnreadableInput(UnreadableInput.of(name, failed));
      return;
    }
    sink.onInputLinted(name, requests);
  }

  private long lint(ScheduledInput turn) throws IOException {
    if (turn.prefetched() != null) {
      PrefetchedResult ahead = turn.prefetched().join();
      if (ahead.isComplete()) {
        return ahead.deliver(sink::onFinding);
      }
    }
    try {
      if (turn.input() instanceof LintInput.OfStream in) {
        return linter.lint(in.name(), in.stream(), workers, sink::onFinding);
      }
      LintInput.OfFile file = (LintInput.OfFile) turn.input();
      return linter.lint(file.name(), file.file(), workers, sink::onFinding);
    } catch (OutOfMemoryError e) {
      throw new IOException("there is not enough memory for it; java -Xmx gives more", e);
    }
  }
}
