package dev.callsheet.spec.lint;

import dev.callsheet.spec.catalogue.Catalogue;

/** Lints request files: a task, an array of tasks, or one of either per line. */
public final class Linter {
  /** Judges by the models of a catalogue. */
  public Linter(Catalogue catalogue, Reading reading) {}

  /**
   * Judges one input.
   *
   * @param file its name, for the findings; one that ends in {@code .jsonl} or {@code .ndjson} is
   *     read line by line
   * @param content UTF-8, or UTF-16 with a byte order mark
   */
  public LintResult lint(String file, byte[] content) {
    return new LintResult(java.util.List.of(), 0);
  }
}
