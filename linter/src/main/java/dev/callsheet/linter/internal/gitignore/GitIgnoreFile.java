package dev.callsheet.linter.internal.gitignore;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The patterns of one {@code .gitignore}, which hold below the directory it stands in.
 *
 * @param directory what the patterns are relative to
 * @param patterns in the order of the file
 */
record GitIgnoreFile(Path directory, List<GitIgnorePattern> patterns) {
  /** The patterns in a file; none where there is no such file. */
  static GitIgnoreFile read(Path directory, Path file) throws IOException {
    List<GitIgnorePattern> patterns = new ArrayList<>();
    if (Files.isRegularFile(file)) {
      String text = new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
      for (String line : text.split("\\r?\\n", -1)) {
        GitIgnorePattern.parse(line).ifPresent(patterns::add);
      }
    }
    return new GitIgnoreFile(directory, List.copyOf(patterns));
  }

  /** What the last pattern that matches says; null when none does. */
  @Nullable Boolean ignores(Path path, boolean isDirectory) {
    String relative = directory.relativize(path).toString();
    String slashed = relative.replace(path.getFileSystem().getSeparator(), "/");
    for (int i = patterns.size() - 1; i >= 0; i--) {
      if (patterns.get(i).matches(slashed, isDirectory)) {
        return !patterns.get(i).negated();
      }
    }
    return null;
  }
}
