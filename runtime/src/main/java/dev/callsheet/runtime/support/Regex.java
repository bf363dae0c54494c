package dev.callsheet.runtime.support;

import java.util.concurrent.atomic.AtomicReference;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A regular expression whose matcher is kept from one use to the next, so that matching allocates
 * nothing. Several threads may use it at once: those that find the matcher taken make another.
 */
public final class Regex {
  /** What means something else than itself in an expression. */
  private static final String METACHARACTERS = "\\[](){}.*+?^$|";

  private final Pattern pattern;

  /** What every match begins with, which is found faster than a match; may be empty. */
  private final String prefix;

  private final AtomicReference<@Nullable Matcher> idleMatcher = new AtomicReference<>();

  private Regex(Pattern pattern) {
    this.pattern = pattern;
    this.prefix = prefix(pattern.pattern());
  }

  /**
   * The expression, in Java's dialect.
   *
   * @throws java.util.regex.PatternSyntaxException when it is not one
   */
  public static Regex of(String java) {
    return new Regex(Pattern.compile(java));
  }

  /** Whether a text that is provided contains a match. */
  public boolean isFoundIn(@Nullable String text) {
    if (text == null || !canBeFoundIn(text)) {
      return false;
    }
    Matcher matcher = acquireMatcher(text);
    try {
      return matcher.find();
    } finally {
      releaseMatcher(matcher);
    }
  }

  /** Whether it is worth looking for a match. */
  boolean canBeFoundIn(String text) {
    return prefix.isEmpty() || text.contains(prefix);
  }

  Matcher acquireMatcher(String text) {
    Matcher kept = idleMatcher.getAndSet(null);
    return kept == null ? pattern.matcher(text) : kept.reset(text);
  }

  /** Takes a matcher back, without the text that it was used on. */
  void releaseMatcher(Matcher matcher) {
    idleMatcher.set(matcher.reset(""));
  }

  private static String prefix(String pattern) {
    if (pattern.indexOf('|') >= 0) {
      return "";
    }
    int end = 0;
    while (end < pattern.length() && METACHARACTERS.indexOf(pattern.charAt(end)) < 0) {
      end++;
    }
    boolean isRepeated = end < pattern.length() && "*+?{".indexOf(pattern.charAt(end)) >= 0;
    return pattern.substring(0, isRepeated ? Math.max(0, end - 1) : end);
  }
}
