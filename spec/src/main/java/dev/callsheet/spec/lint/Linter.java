package dev.callsheet.spec.lint;

import dev.callsheet.spec.catalogue.Catalogue;
import java.util.Locale;

/**
 * Lints request files: a task, an array of tasks, or one of either per line. What it learns of a
 * model it learns once, so one linter serves any number of files, and of threads.
 */
public final class Linter {
  private final Dispatch dispatch;

  /** Judges by the models of a catalogue. */
  public Linter(Catalogue catalogue, Reading reading) {
    this.dispatch = new Dispatch(catalogue, reading);
  }

  /**
   * Judges one input. Whatever it holds, this ends in findings and not in an exception.
   *
   * @param file its name, for the findings; one that ends in {@code .jsonl} or {@code .ndjson} is
   *     read line by line
   * @param content UTF-8, or UTF-16 with a byte order mark
   */
  public LintResult lint(String file, byte[] content) {
    FileLint lint = new FileLint(file, Decoding.of(content), dispatch);
    String name = file.toLowerCase(Locale.ROOT);
    return name.endsWith(".jsonl") || name.endsWith(".ndjson") ? lint.lineByLine() : lint.whole();
  }
}
