package dev.callsheet.runtime.check;

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
  private static final String META = "\\[](){}.*+?^$|";

  private final Pattern pattern;

  /** What every match begins with, which is found faster than a match; may be empty. */
  private final String prefix;

  private final AtomicReference<@Nullable Matcher> idle = new AtomicReference<>();

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
  public boolean isIn(@Nullable String text) {
    if (text == null || !mayBeIn(text)) {
      return false;
    }
    Matcher matcher = take(text);
    try {
      return matcher.find();
    } finally {
      give(matcher);
    }
  }

  /** Whether it is worth looking for a match. */
  boolean mayBeIn(String text) {
    return prefix.isEmpty() || text.contains(prefix);
  }

  Matcher take(String text) {
    Matcher kept = idle.getAndSet(null);
    return kept == null ? pattern.matcher(text) : kept.reset(text);
  }

  /** Takes a matcher back, without the text that it was used on. */
  void give(Matcher matcher) {
    idle.set(matcher.reset(""));
  }

  private static String prefix(String pattern) {
    if (pattern.indexOf('|') >= 0) {
      return "";
    }
    int end = 0;
    while (end < pattern.length() && META.indexOf(pattern.charAt(end)) < 0) {
      end++;
    }
    boolean isRepeated = end < pattern.length() && "*+?{".indexOf(pattern.charAt(end)) >= 0;
    return pattern.substring(0, isRepeated ? Math.max(0, end - 1) : end);
  }
}
