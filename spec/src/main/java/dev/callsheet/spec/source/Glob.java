package dev.callsheet.spec.source;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A pattern as Maven users know it from Ant: {@code *} stands for anything within a name, {@code ?}
 * for one character, {@code **} for any number of directories, none included.
 */
public final class Glob {
  private static final Pattern WILDCARD = Pattern.compile("\\*\\*/|\\*\\*|\\*|\\?");

  private final String pattern;
  private final Pattern regex;

  /** Reads a pattern; its directories are separated by slashes. */
  public Glob(String pattern) {
    this(pattern, true);
  }

  private Glob(String pattern, boolean isPath) {
    this.pattern = pattern;
    this.regex = Pattern.compile(regexOf(pattern, isPath), Pattern.DOTALL);
  }

  /**
   * Reads a pattern of names that are no paths: {@code *} stands for any text, slashes included.
   */
  public static Glob ofNames(String pattern) {
    return new Glob(pattern, false);
  }

  /** Whether the text has no wildcard, and so names one thing only. */
  public static boolean isLiteral(String text) {
    return firstWildcard(text) < 0;
  }

  /** Where the first wildcard stands, counted from 0; -1 when there is none. */
  public static int firstWildcard(String text) {
    Matcher wildcards = WILDCARD.matcher(text);
    return wildcards.find() ? wildcards.start() : -1;
  }

  /** Whether the whole text matches; its directories are separated by slashes. */
  public boolean matches(String text) {
    return regex.matcher(text).matches();
  }

  /** The pattern as it was read. */
  @Override
  public String toString() {
    return pattern;
  }

  private static String regexOf(String pattern, boolean isPath) {
    StringBuilder regex = new StringBuilder();
    Matcher wildcards = WILDCARD.matcher(pattern);
    int from = 0;
    while (wildcards.find()) {
      regex.append(Pattern.quote(pattern.substring(from, wildcards.start())));
      regex.append(
          switch (wildcards.group()) {
            case "**/" -> isPath ? "(?:.*/)?" : ".*/";
            case "**" -> ".*";
            case "*" -> isPath ? "[^/]*" : ".*";
            default -> isPath ? "[^/]" : ".";
          });
      from = wildcards.end();
    }
    return regex.append(Pattern.quote(pattern.substring(from))).toString();
  }
}
