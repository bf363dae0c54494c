package dev.callsheet.linter.internal.git;

import java.util.Optional;
import java.util.regex.PatternSyntaxException;

/**
 * A line of a {@code .gitignore}.
 *
 * @param glob what it matches: a path relative to the file's directory, or a name in it
 * @param anchored whether it matches whole paths only, rather than names at any depth
 * @param directoriesOnly whether it does not match files
 * @param negated whether it includes again what an earlier pattern ignored
 */
record GitIgnorePattern(
    GlobPattern glob, boolean anchored, boolean directoriesOnly, boolean negated) {
  /** Reads a line; nothing when it is empty, a comment or a broken pattern. */
  static Optional<GitIgnorePattern> parse(String line) {
    String text = withoutTrailingSpaces(line);
    boolean negated = text.startsWith("!");
    text = negated ? text.substring(1) : text;
    if (text.isEmpty() || (!negated && text.startsWith("#"))) {
      return Optional.empty();
    }
    boolean directoriesOnly = text.endsWith("/");
    text = directoriesOnly ? text.substring(0, text.length() - 1) : text;
    boolean anchored = text.contains("/");
    text = text.startsWith("/") ? text.substring(1) : text;
    try {
      GlobPattern glob = new GlobPattern(text);
      return text.isEmpty()
          ? Optional.empty()
          : Optional.of(new GitIgnorePattern(glob, anchored, directoriesOnly, negated));
    } catch (PatternSyntaxException e) {
      return Optional.empty(); // git, too, lets a broken pattern match nothing
    }
  }

  /** Whether it matches a path, whose directories are separated by slashes. */
  boolean matches(String path, boolean isDirectory) {
    if (directoriesOnly && !isDirectory) {
      return false;
    }
    String matched = anchored ? path : path.substring(path.lastIndexOf('/') + 1);
    return glob.matches(matched);
  }

  /** Spaces at the end do not count, unless a backslash keeps the first of them. */
  private static String withoutTrailingSpaces(String line) {
    int end = line.length();
    while (end > 0 && line.charAt(end - 1) == ' ' && !isEscaped(line, end - 1)) {
      end--;
    }
    return line.substring(0, end);
  }

  private static boolean isEscaped(String text, int at) {
    int backslashes = 0;
    while (at - backslashes > 0 && text.charAt(at - backslashes - 1) == '\\') {
      backslashes++;
    }
    return backslashes % 2 == 1;
  }
}
