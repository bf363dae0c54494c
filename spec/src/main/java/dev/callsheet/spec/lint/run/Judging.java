package dev.callsheet.spec.lint.run;

import dev.callsheet.spec.lint.LintResult;
import dev.callsheet.spec.lint.Linter;
import dev.callsheet.spec.lint.Workers;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.jspecify.annotations.Nullable;

/** One run under way: small files are judged ahead of their turn, what is large in its turn. */
final class Judging {
  private final Linter linter;
  private final Workers workers;
  private final LintSink sink;

  Judging(Linter linter, Workers workers, LintSink sink) {
    this.linter = linter;
    this.workers = workers;
    this.sink = sink;
  }

  /** Judges the inputs, and passes on what is found in their order. */
  void all(List<? extends LintInput> inputs) {
    Deque<Turn> turns = new ArrayDeque<>();
    for (LintInput input : inputs) {
      turns.add(new Turn(input, ahead(input)));
      if (turns.size() > 2 * workers.threads()) {
        take(turns.remove());
      }
    }
    turns.forEach(this::take);
  }

  /** An input, and what is found in it where that is judged already. */
  private record Turn(LintInput input, @Nullable CompletableFuture<LintResult> judged) {}

  private @Nullable CompletableFuture<LintResult> ahead(LintInput input) {
    return workers.threads() > 1 && input instanceof LintInput.OfFile file && isSmall(file.file())
        ? CompletableFuture.supplyAsync(() -> whole(file), workers)
        : null;
  }

  private static boolean isSmall(Path file) {
    try {
      return Files.isRegularFile(file) && Files.size(file) <= Linter.IN_MEMORY;
    } catch (IOException e) {
      return false; // it is said in its turn
    }
  }

  private LintResult whole(LintInput.OfFile file) {
    try {
      return linter.lint(file.name(), Files.readAllBytes(file.file()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void take(Turn turn) {
    if (turn.input() instanceof Unreadable unreadable) {
      sink.unreadable(unreadable);
      return;
    }
    String name = turn.input().name();
    long requests;
    try {
      requests = judge(turn);
    } catch (IOException failed) {
      sink.unreadable(Unreadable.of(name, failed));
      return;
    }
    sink.judged(name, requests);
  }

  private long judge(Turn turn) throws IOException {
    CompletableFuture<LintResult> judged = turn.judged();
    if (judged != null) {
      return deliver(judged);
    }
    if (turn.input() instanceof LintInput.OfStream in) {
      return linter.lint(in.name(), in.stream(), workers, sink::found);
    }
    LintInput.OfFile file = (LintInput.OfFile) turn.input();
    return linter.lint(file.name(), file.file(), workers, sink::found);
  }

  private long deliver(CompletableFuture<LintResult> judged) throws IOException {
    LintResult result;
    try {
      result = judged.join();
    } catch (CompletionException failed) {
      if (failed.getCause() instanceof UncheckedIOException reading) {
        throw reading.getCause();
      }
      throw failed;
    }
    result.findings().forEach(sink::found);
    return result.requests();
  }
}
