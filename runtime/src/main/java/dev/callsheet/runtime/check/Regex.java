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
  private final Pattern pattern;
  private final AtomicReference<@Nullable Matcher> idle = new AtomicReference<>();

  private Regex(Pattern pattern) {
    this.pattern = pattern;
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
    if (text == null) {
      return false;
    }
    Matcher matcher = take(text);
    try {
      return matcher.find();
    } finally {
      give(matcher);
    }
  }

  Matcher take(String text) {
    Matcher kept = idle.getAndSet(null);
    return kept == null ? pattern.matcher(text) : kept.reset(text);
  }

  /** Takes a matcher back, without the text that it was used on. */
  void give(Matcher matcher) {
    idle.set(matcher.reset(""));
  }
}
