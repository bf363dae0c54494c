package dev.callsheet.linter;

import java.io.InputStream;
import java.nio.file.Path;

/** Something to lint, and the name that findings call it by. */
public sealed interface LintInput permits LintInput.OfFile, LintInput.OfStream, UnreadableInput {
  /** The name for findings; one that ends in .jsonl or .ndjson is read line by line. */
  String name();

  /** A file. */
  record OfFile(String name, Path file) implements LintInput {
    /** A file that findings call as its path is written. */
    public OfFile(Path file) {
      this(file.toString(), file);
    }
  }

  /**
   * What comes in through a stream, such as standard input: read line by line, too, when every line
   * looks like a JSON value of its own. It is not closed.
   */
  record OfStream(String name, InputStream stream) implements LintInput {}
}
