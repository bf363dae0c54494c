package dev.callsheet.linter.internal.git;

import java.util.Optional;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/**
 * A line of a {@code .gitignore}.
 *
 * @param regex what it matches: a path relative to the file's directory, or a name in it
 * @param anchored whether it matches whole paths only, rather than names at any depth
 * @param directoriesOnly whether it does not match files
 * @param negated whether it includes again what an earlier pattern ignored
 */
record GitIgnorePattern(Pattern regex, boolean anchored, boolean directoriesOnly, boolean negated) {
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
      Pattern regex = Pattern.compile(regex(text), Pattern.DOTALL);
      return text.isEmpty()
          ? Optional.empty()
          : Optional.of(new GitIgnorePattern(regex, anchored, directoriesOnly, negated));
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
    return regex.matcher(matched).matches();
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

  private static String regex(String text) {
    StringBuilder regex = new StringBuilder();
    int at = 0;
    while (at < text.length()) {
      char c = text.charAt(at);
      boolean atStart = at == 0 || text.charAt(at - 1) == '/';
      if (atStart && text.startsWith("**/", at)) {
        regex.append("(?:.*/)?");
        at += 3;
      } else if (atStart && at > 0 && text.startsWith("**", at) && at + 2 == text.length()) {
        regex.append(".+");
        at += 2;
      } else if (c == '*') {
        regex.append("[^/]*");
        at++;
      } else if (c == '?') {
        regex.append("[^/]");
        at++;
      } else if (c == '[') {
        at = characterClass(text, at, regex);
      } else {
        boolean escape = c == '\\' && at + 1 < text.length();
        at += escape ? 1 : 0;
        regex.append(Pattern.quote(text.substring(at, at + 1)));
        at++;
      }
    }
    return regex.toString();
  }

  /** Reads {@code [a-z]} or {@code [!a-z]}, and returns where it ends. */
  private static int characterClass(String text, int start, StringBuilder regex) {
    int at = start + 1;
    boolean negated = at < text.length() && (text.charAt(at) == '!' || text.charAt(at) == '^');
    at += negated ? 1 : 0;
    regex.append("(?!/)[").append(negated ? "^" : "");
    boolean first = true;
    while (at < text.length() && (first || text.charAt(at) != ']')) {
      int named = text.startsWith("[:", at) ? text.indexOf(":]", at) : -1;
      if (named > 0) {
        regex.append(posixClass(text.substring(at + 2, named)));
        at = named + 2;
      } else {
        char c = text.charAt(at);
        if (c == '\\' && at + 1 < text.length()) {
          c = text.charAt(++at);
          regex.append('\\').append(c);
        } else {
          regex.append(c == '-' ? "" : "\\Q").append(c).append(c == '-' ? "" : "\\E");
        }
        at++;
      }
      first = false;
    }
    if (at == text.length()) {
      throw new PatternSyntaxException("not closed", text, start);
    }
    regex.append(']');
    return at + 1;
  }

  private static String posixClass(String name) {
    return switch (name) {
      case "alpha" -> "\\p{Alpha}";
      case "digit" -> "\\p{Digit}";
      case "alnum" -> "\\p{Alnum}";
      case "upper" -> "\\p{Upper}";
      case "lower" -> "\\p{Lower}";
      case "space" -> "\\p{Space}";
      case "punct" -> "\\p{Punct}";
      case "xdigit" -> "\\p{XDigit}";
      default -> throw new PatternSyntaxException("no such class", name, 0);
    };
  }
}
