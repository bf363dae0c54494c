package dev.callsheet.linter;

import dev.callsheet.linter.coverage.Coverage;
import dev.callsheet.linter.finding.Finding;
import dev.callsheet.linter.internal.stream.WorkerPool;
import dev.callsheet.spec.parser.UncheckedSpecException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.jspecify.annotations.Nullable;

/**
 * One run over a list of inputs. Results are delivered in the order of the inputs; small files are
 * linted ahead of their turn, side by side, and large inputs in their turn by all workers.
 */
final class LintExecutor {
  /** A larger file is linted by all workers at once, in bytes. */
  private static final int MAX_PREFETCHED_BYTES = 1 << 20;

  private final Linter linter;
  private final WorkerPool workers;
  private final LintSink sink;
  private final @Nullable Coverage coverage;

  LintExecutor(Linter linter, WorkerPool workers, LintSink sink, @Nullable Coverage coverage) {
    this.linter = linter;
    this.workers = workers;
    this.sink = sink;
    this.coverage = coverage;
  }

  /** Lints the inputs, and passes on the findings in their order. */
  void lintAll(List<? extends LintInput> inputs) {
    Deque<ScheduledInput> scheduled = new ArrayDeque<>();
    for (LintInput input : inputs) {
      scheduled.add(new ScheduledInput(input, prefetch(input)));
      if (scheduled.size() > 2 * workers.threads()) {
        deliver(scheduled.remove());
      }
    }
    scheduled.forEach(this::deliver);
  }

  /** An input, with its result where it is linted ahead of its turn. */
  private record ScheduledInput(
      LintInput input, @Nullable CompletableFuture<PrefetchedResult> prefetched) {}

  private @Nullable CompletableFuture<PrefetchedResult> prefetch(LintInput input) {
    return workers.threads() > 1 && input instanceof LintInput.OfFile file && isSmall(file.file())
        ? CompletableFuture.supplyAsync(() -> PrefetchedResult.of(linter, file, coverage), workers)
        : null;
  }

  private static boolean isSmall(Path file) {
    try {
      return Files.isRegularFile(file) && Files.size(file) <= MAX_PREFETCHED_BYTES;
    } catch (IOException e) {
      return false; // reported when its turn has come
    }
  }

  private void deliver(ScheduledInput scheduled) {
    if (scheduled.input() instanceof UnreadableInput unreadable) {
      sink.onUnreadableInput(unreadable);
      return;
    }
    String name = scheduled.input().name();
    long requests;
    try {
      requests = lint(scheduled);
    } catch (IOException e) {
      sink.onUnreadableInput(UnreadableInput.of(name, e));
      return;
    } catch (SinkException e) {
      throw e.thrown;
    } catch (RuntimeException | Error e) {
      Throwable cause = e instanceof CompletionException && e.getCause() != null ? e.getCause() : e;
      if (cause instanceof UncheckedSpecException wrong) {
        throw wrong;
      }
      sink.onUnreadableInput(UnreadableInput.ofInternalError(name, cause));
      return;
    }
    sink.onInputLinted(name, requests);
  }

  private void onFinding(Finding finding) {
    try {
      sink.onFinding(finding);
    } catch (RuntimeException e) {
      throw new SinkException(e);
    }
  }

  /** Tells what a sink has thrown, which ends the run, from what goes wrong with one input. */
  private static final class SinkException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final RuntimeException thrown;

    SinkException(RuntimeException thrown) {
      super(thrown);
      this.thrown = thrown;
    }
  }

  private long lint(ScheduledInput scheduled) throws IOException {
    if (scheduled.prefetched() != null) {
      PrefetchedResult result = scheduled.prefetched().join();
      if (result.isComplete()) {
        return result.deliver(this::onFinding, coverage);
      }
    }
    Linter observed = coverage == null ? linter : linter.observedBy(coverage);
    try {
      if (scheduled.input() instanceof LintInput.OfStream in) {
        return observed.lint(in.name(), in.stream(), workers, this::onFinding);
      }
      LintInput.OfFile file = (LintInput.OfFile) scheduled.input();
      return observed.lint(file.name(), file.file(), workers, this::onFinding);
    } catch (OutOfMemoryError e) {
      throw new IOException("there is not enough memory for it; java -Xmx gives more", e);
    }
  }
}
