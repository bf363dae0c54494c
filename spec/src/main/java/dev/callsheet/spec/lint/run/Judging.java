package dev.callsheet.spec.lint.run;

import dev.callsheet.spec.lint.Linter;
import dev.callsheet.spec.lint.Workers;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** One run under way: small files are judged ahead of their turn, what is large in its turn. */
final class Judging {
  /** What is larger is worth all workers, in bytes. */
  private static final int SMALL = 1 << 20;

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
  private record Turn(LintInput input, @Nullable CompletableFuture<Ahead> judged) {}

  private @Nullable CompletableFuture<Ahead> ahead(LintInput input) {
    return workers.threads() > 1 && input instanceof LintInput.OfFile file && isSmall(file.file())
        ? CompletableFuture.supplyAsync(() -> Ahead.judge(linter, file), workers)
        : null;
  }

  private static boolean isSmall(Path file) {
    try {
      return Files.isRegularFile(file) && Files.size(file) <= SMALL;
    } catch (IOException e) {
      return false; // it is said in its turn
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
    if (turn.judged() != null) {
      Ahead ahead = turn.judged().join();
      if (ahead.isAll()) {
        return ahead.deliver(sink::found);
      }
    }
    try {
      if (turn.input() instanceof LintInput.OfStream in) {
        return linter.lint(in.name(), in.stream(), workers, sink::found);
      }
      LintInput.OfFile file = (LintInput.OfFile) turn.input();
      return linter.lint(file.name(), file.file(), workers, sink::found);
    } catch (OutOfMemoryError e) {
      throw new IOException("there is not enough memory for it; java -Xmx gives more", e);
    }
  }
}
