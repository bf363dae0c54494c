package dev.callsheet.spec.lint.scan;

import dev.callsheet.spec.calculus.Fragment;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** What may stand at one place of a request; what may not deserves a closer look. */
final class Node {
  /** What a string may be; exactly one must accept it. */
  TextCheck[] texts = {};

  /** What a number may be; exactly one must accept it. */
  NumberCheck[] numbers = {};

  /** Whether {@code true} may stand here, whether {@code false} may, and {@code null}. */
  boolean allowsTrue;

  boolean allowsFalse;
  boolean allowsNull;

  /** The members of an object; null when none may stand here. */
  @Nullable Members members;

  /** The items of a list; null when none may stand here. */
  @Nullable Items items;

  /** Whether a string here may be a secret, whatever it looks like. */
  boolean isTellTale;

  /** Whether the model's id stands here. */
  boolean isModel;

  /** The rules that hold in what stands here. */
  @Nullable ScopeRules rules;

  /** What rules want to know of what stands here. */
  Watch[] watches = {};

  /** What rules want to know of what stands inside of it. */
  InsideWatch[] insideWatches = {};

  /** The items of a list and how many there may be. */
  record Items(Node each, ListBounds bounds) {}

  void watch(Watch watch) {
    watches = Arrays.copyOf(watches, watches.length + 1);
    watches[watches.length - 1] = watch;
  }

  /** Sees to it that a fact is set when the outcome of a match is {@code noted}. */
  void watch(int fact, boolean noted, Fragment fragment) {
    if (InsideWatch.isFor(fragment)) {
      insideWatches = Arrays.copyOf(insideWatches, insideWatches.length + 1);
      insideWatches[insideWatches.length - 1] = new InsideWatch(fact, noted, fragment);
    } else {
      watch(new MatchWatch(fact, noted, fragment));
    }
  }

  boolean accepts(Text text) {
    int fitting = 0;
    for (TextCheck check : texts) {
      fitting += check.accepts(text) ? 1 : 0;
    }
    return fitting == 1;
  }

  boolean accepts(NumberToken number) {
    int fitting = 0;
    for (NumberCheck check : numbers) {
      fitting += check.accepts(number) ? 1 : 0;
    }
    return fitting == 1;
  }
}
