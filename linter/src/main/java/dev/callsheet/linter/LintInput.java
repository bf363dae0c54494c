package dev.callsheet.linter;

import dev.callsheet.spec.internal.file.FileNames;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.Locale;

/** Something to lint, and its name in findings. */
public sealed interface LintInput permits LintInput.OfFile, LintInput.OfStream, UnreadableInput {
  /** The name in findings; it also decides {@linkplain #isJsonLines how the input is read}. */
  String name();

  /**
   * Whether an input of that name holds one JSON value per line: it ends in {@code .jsonl} or
   * {@code .ndjson}, in capitals or not.
   */
  static boolean isJsonLines(String name) {
    String lowerCase = name.toLowerCase(Locale.ROOT);
    return lowerCase.endsWith(".jsonl") || lowerCase.endsWith(".ndjson");
  }

  /** A file. */
  record OfFile(String name, Path file) implements LintInput {
    /** A file whose name in findings is its path as written. */
    public OfFile(Path file) {
      this(FileNames.of(file), file);
    }
  }

  /**
   * A stream, such as standard input. Whatever its name, it is read line by line when its first
   * lines look like JSON values of their own. It is not closed.
   */
  record OfStream(String name, InputStream stream) implements LintInput {}
}
