package dev.callsheet.linter;

import dev.callsheet.linter.coverage.Coverage;
import dev.callsheet.linter.finding.Finding;
import dev.callsheet.linter.internal.stream.WorkerPool;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The result of a file that was linted ahead of its turn. When there are too many findings to keep,
 * none is kept, and the file is linted again in its turn.
 *
 * @param findings all of them; null when they are too many
 * @param coverage what the tasks exercise; null when that is not asked for
 * @param failure the reason why the file could not be read; null when it could
 */
record PrefetchedResult(
    @Nullable List<Finding> findings,
    long requests,
    @Nullable Coverage coverage,
    @Nullable IOException failure) {
  private static final int MAX_FINDINGS = 5_000;

  /** Lints a file on this thread; tasks are counted in a part of {@code total}, if any. */
  static PrefetchedResult of(Linter linter, LintInput.OfFile file, @Nullable Coverage total) {
    List<Finding> findings = new ArrayList<>();
    Coverage part = total == null ? null : total.newPart();
    Linter observed = part == null ? linter : linter.observedBy(part);
    try (WorkerPool alone = new WorkerPool(1)) {
      long requests = observed.lint(file.name(), file.file(), alone, each -> add(each, findings));
      return new PrefetchedResult(findings, requests, part, null);
    } catch (IOException e) {
      return new PrefetchedResult(findings, 0, part, e);
    } catch (RuntimeException | Error e) {
      return new PrefetchedResult(null, 0, null, null); // too many, or what fails again in its turn
    }
  }

  /** Whether all findings were kept. */
  boolean isComplete() {
    return findings != null;
  }

  /** Passes on the findings, adds the coverage, and returns how many tasks there were. */
  long deliver(Consumer<Finding> found, @Nullable Coverage total) throws IOException {
    if (findings != null) {
      findings.forEach(found);
    }
    if (coverage != null && total != null) {
      total.add(coverage);
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

  /** Stops linting; caught above. */
  private static final class TooManyFindings extends RuntimeException {
    private static final long serialVersionUID = 1L;

    TooManyFindings() {
      super(null, null, false, false);
    }
  }
}
