package dev.callsheet.spec.lint.run;

import dev.callsheet.spec.lint.Finding;
import dev.callsheet.spec.lint.Linter;
import dev.callsheet.spec.lint.Workers;
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
 * @param failed what kept the file from being read; null when nothing did
 */
record Ahead(@Nullable List<Finding> findings, long requests, @Nullable IOException failed) {
  private static final int LIMIT = 5_000;

  static Ahead judge(Linter linter, LintInput.OfFile file) {
    List<Finding> findings = new ArrayList<>();
    try (Workers alone = new Workers(1)) {
      long requests = linter.lint(file.name(), file.file(), alone, each -> add(each, findings));
      return new Ahead(findings, requests, null);
    } catch (IOException e) {
      return new Ahead(findings, 0, e);
    } catch (TooMany | OutOfMemoryError e) {
      return new Ahead(null, 0, null);
    }
  }

  /** Whether nothing was left out. */
  boolean isAll() {
    return findings != null;
  }

  /** Passes on what was found, and returns how many tasks there were. */
  long deliver(Consumer<Finding> found) throws IOException {
    if (findings != null) {
      findings.forEach(found);
    }
    if (failed != null) {
      throw failed;
    }
    return requests;
  }

  private static void add(Finding finding, List<Finding> findings) {
    if (findings.size() == LIMIT) {
      throw new TooMany();
    }
    findings.add(finding);
  }

  /** Ends the judgement; nobody is told of it. */
  private static final class TooMany extends RuntimeException {
    private static final long serialVersionUID = 1L;

    TooMany() {
      super(null, null, false, false);
    }
  }
}
