package dev.callsheet.linter;

import dev.callsheet.linter.finding.Finding;
import dev.callsheet.linter.internal.stream.WorkerPool;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * What was found in a file before its turn. When that is too much to keep, nothing of it is, and
 * the file is judged again in its turn.
 *
 * @param findings all of them; null when they are too many
 * @param failure what kept the file from being read; null when nothing did
 */
record PrefetchedResult(
    @Nullable List<Finding> findings, long requests, @Nullable IOException failure) {
  private static final int MAX_FINDINGS = 5_000;

  static PrefetchedResult of(Linter linter, LintInput.OfFile file) {
    List<Finding> findings = new ArrayList<>();
    try (WorkerPool alone = new WorkerPool(1)) {
      long requests = linter.lint(file.name(), file.file(), alone, each -> add(each, findings));
      return new PrefetchedResult(findings, requests, null);
    } catch (IOException e) {
      return new PrefetchedResult(findings, 0, e);
    } catch (TooManyFindings | OutOfMemoryError e) {
      return new PrefetchedResult(null, 0, null);
    }
  }

  /** Whether nothing was left out. */
  boolean isComplete() {
    return findings != null;
  }

  /** Passes on what was found, and returns how many tasks there were. */
  long deliver(Consumer<Finding> found) throws IOException {
    if (findings != null) {
      findings.forEach(found);
    }
    if (failure != null) {
      throw failure;
    }
    return requests;
  }

  private static void add(Finding finding, List<Finding> findings) {
    if (findings.size() == MAX_FINDINGS) {
      throw new TooManyFindings();
    }
    findings.add(finding);
  }

  /** Ends the judgement; nobody is told of it. */
  private static final class TooManyFindings extends RuntimeException {
    private static final long serialVersionUID = 1L;

    TooManyFindings() {
      super(null, null, false, false);
    }
  }
}
