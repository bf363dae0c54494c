package dev.callsheet.runtime.support;

import dev.callsheet.runtime.internal.regex.CompiledRegex;
import dev.callsheet.runtime.internal.regex.MatchFinder;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * A regular expression as JSON Schema means it: of ECMA-262 (11th edition), with the flag {@code
 * u}. Matching takes time that is linear in the length of the text, whatever the expression; it
 * means the same on every version of Java, and allocates nothing once it has seen texts of a kind.
 * Several threads may use it at once.
 */
public final class Regex {
  private final CompiledRegex compiled;

  /** A finder that is kept from one use to the next; those that find it taken make another. */
  private final AtomicReference<@Nullable MatchFinder> idleFinder = new AtomicReference<>();

  private Regex(CompiledRegex compiled) {
    this.compiled = compiled;
  }

  /**
   * The expression.
   *
   * @throws IllegalArgumentException when it is none, or cannot be evaluated in bounded time: it
   *     has back references, or is too large when its repetitions are written out
   */
  public static Regex of(String ecma) {
    return new Regex(CompiledRegex.of(ecma));
  }

  /** Whether a text that is provided contains a match. */
  public boolean isFoundIn(@Nullable String text) {
    return text != null && compiled.isFoundIn(text);
  }

  /** Whether it is worth looking for a match. */
  boolean canBeFoundIn(String text) {
    return compiled.canBeFoundIn(text);
  }

  /** Whether the first group is one whose match can be found. */
  boolean hasFindableGroup() {
    return compiled.hasFindableGroup();
  }

  MatchFinder acquireFinder(String text) {
    MatchFinder idle = idleFinder.getAndSet(null);
    MatchFinder finder = idle == null ? compiled.newFinder() : idle;
    finder.reset(text);
    return finder;
  }

  /** Takes a finder back, without the text that it was used on. */
  void releaseFinder(MatchFinder finder) {
    finder.reset("");
    idleFinder.set(finder);
  }
}
