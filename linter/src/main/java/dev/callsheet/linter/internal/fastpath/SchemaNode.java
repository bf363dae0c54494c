package dev.callsheet.linter.internal.fastpath;

import dev.callsheet.spec.logic.SchemaFragment;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** What may stand at one place of a request; what may not deserves a closer look. */
final class SchemaNode {
  /** What a string may be; exactly one must accept it. */
  StringMatcher[] strings = {};

  /** What a number may be; exactly one must accept it. */
  NumberMatcher[] numbers = {};

  /** Whether {@code true} may stand here, whether {@code false} may, and {@code null}. */
  boolean allowsTrue;

  boolean allowsFalse;
  boolean allowsNull;

  /** The members of an object; null when none may stand here. */
  @Nullable MemberTable members;

  /** The items of a list; null when none may stand here. */
  @Nullable ItemsSchema items;

  /** Whether a string here may be a secret, whatever it looks like. */
  boolean mayHoldSecret;

  /** Whether the model's id stands here. */
  boolean isModelId;

  /** The rules that hold in what stands here. */
  @Nullable CompiledScopeRules rules;

  /** What rules want to know of what stands here. */
  ValueObserver[] observers = {};

  /** What rules want to know of what stands inside of it. */
  ContentObserver[] contentObservers = {};

  /** The items of a list and how many there may be. */
  record ItemsSchema(SchemaNode each, ListBounds bounds) {}

  void addObserver(ValueObserver watch) {
    observers = Arrays.copyOf(observers, observers.length + 1);
    observers[observers.length - 1] = watch;
  }

  /** Sees to it that a fact is set when the outcome of a match is {@code noted}. */
  void addObserver(int fact, boolean noted, SchemaFragment fragment) {
    if (ContentObserver.isNeededFor(fragment)) {
      contentObservers = Arrays.copyOf(contentObservers, contentObservers.length + 1);
      contentObservers[contentObservers.length - 1] = new ContentObserver(fact, noted, fragment);
    } else {
      addObserver(new MatchObserver(fact, noted, fragment));
    }
  }

  boolean accepts(StringToken text) {
    int fitting = 0;
    for (StringMatcher check : strings) {
      fitting += check.matches(text) ? 1 : 0;
    }
    return fitting == 1;
  }

  boolean accepts(NumberToken number) {
    int fitting = 0;
    for (NumberMatcher check : numbers) {
      fitting += check.matches(number) ? 1 : 0;
    }
    return fitting == 1;
  }
}
