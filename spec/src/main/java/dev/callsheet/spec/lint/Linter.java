package dev.callsheet.spec.lint;

import dev.callsheet.spec.catalogue.Catalogue;
import dev.callsheet.spec.lint.scan.Screening;
import dev.callsheet.spec.lint.scan.Suspects;
import java.util.List;
import java.util.Locale;

/**
 * Lints request files: a task, an array of tasks, or one of either per line. What it learns of a
 * model it learns once, so one linter serves any number of files, and of threads.
 */
public final class Linter {
  private final Dispatch dispatch;
  private final Screening screening;

  /** Judges by the models of a catalogue. */
  public Linter(Catalogue catalogue, Reading reading) {
    this.dispatch = new Dispatch(catalogue, reading);
    this.screening = new Screening(catalogue.models(), Secrets::isTellTale);
  }

  /**
   * Judges one input. Whatever it holds, this ends in findings and not in an exception.
   *
   * @param file its name, for the findings; one that ends in {@code .jsonl} or {@code .ndjson} is
   *     read line by line
   * @param content UTF-8, or UTF-16 with a byte order mark
   */
  public LintResult lint(String file, byte[] content) {
    boolean lines = isLineByLine(file);
    int from = Decoding.isMarkedUtf8(content) ? 3 : 0;
    Suspects suspects =
        lines
            ? screening.lines(content, from, content.length)
            : screening.document(content, from, content.length);
    if (suspects.isPlain() && suspects.count() == 0) {
      return new LintResult(List.of(), Math.toIntExact(suspects.right()));
    }
    FileLint lint = new FileLint(file, Decoding.of(content), dispatch);
    return lines ? lint.lineByLine() : lint.whole();
  }

  private static boolean isLineByLine(String file) {
    String name = file.toLowerCase(Locale.ROOT);
    return name.endsWith(".jsonl") || name.endsWith(".ndjson");
  }
}
