package dev.callsheet.linter.internal.git;

import dev.callsheet.spec.internal.file.FileNames;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The patterns of one {@code .gitignore}, which apply below its directory.
 *
 * @param directory what the patterns are relative to
 * @param patterns in the order of the file
 */
record GitIgnoreFile(Path directory, List<GitIgnorePattern> patterns) {
  private static final int MAX_BYTES = 1 << 20;

  /**
   * Reads the patterns of a file; there are none if the file does not exist.
   *
   * @throws IOException when it cannot be read, or has more than a megabyte: each path is compared
   *     with each pattern
   */
  static GitIgnoreFile read(Path directory, Path file) throws IOException {
    List<GitIgnorePattern> patterns = new ArrayList<>();
    if (Files.isRegularFile(file)) {
      for (String line : BoundedRead.text(file, MAX_BYTES).split("\\r?\\n", -1)) {
        GitIgnorePattern.parse(line).ifPresent(patterns::add);
      }
    }
    return new GitIgnoreFile(directory, List.copyOf(patterns));
  }

  /** Whether the last pattern that matches ignores a path; null when none matches. */
  @Nullable Boolean ignores(Path path, boolean isDirectory) {
    String relative = FileNames.of(directory.relativize(path));
    String slashed = relative.replace(path.getFileSystem().getSeparator(), "/");
    for (int i = patterns.size() - 1; i >= 0; i--) {
      if (patterns.get(i).matches(slashed, isDirectory)) {
        return !patterns.get(i).negated();
      }
    }
    return null;
  }
}
