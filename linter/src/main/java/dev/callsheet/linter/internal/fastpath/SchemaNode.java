package dev.callsheet.linter.internal.fastpath;

import dev.callsheet.spec.logic.SchemaFragment;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** What one place of a request allows, and what is recorded there for the rules. */
final class SchemaNode {
  /** The string forms allowed; exactly one must match. */
  StringMatcher[] strings = {};

  /** The number forms allowed; exactly one must match. */
  NumberMatcher[] numbers = {};

  boolean allowsTrue;
  boolean allowsFalse;
  boolean allowsNull;

  /** The members of an object; null when no object is allowed, or not decided here. */
  @Nullable MemberTable members;

  /** The items of a list; null when no list is allowed, or not decided here. */
  @Nullable ItemsSchema items;

  /** Whether what is here may be a secret, whatever it is. */
  boolean mayHoldSecret;

  /** Whether this is the place of the model's id. */
  boolean isModelId;

  /** Whether this is the place of the task's UUID. */
  boolean isTaskUuid;

  /** Whether this is the place of the task's kind. */
  boolean isTaskType;

  /** The rules whose scope begins here. */
  @Nullable CompiledScopeRules rules;

  /** Observers of each value here. */
  ValueObserver[] observers = {};

  /** Observers that look into the lists and objects here. */
  ContentObserver[] contentObservers = {};

  /** The items of a list and how many there may be. */
  record ItemsSchema(SchemaNode each, ListBounds bounds) {}

  void addObserver(ValueObserver observer) {
    observers = Arrays.copyOf(observers, observers.length + 1);
    observers[observers.length - 1] = observer;
  }

  /** Adds an observer that sets a fact when the outcome of a match is {@code recordedOutcome}. */
  void addObserver(int fact, boolean recordedOutcome, SchemaFragment fragment) {
    if (ContentObserver.isNeededFor(fragment)) {
      contentObservers = Arrays.copyOf(contentObservers, contentObservers.length + 1);
      contentObservers[contentObservers.length - 1] =
          new ContentObserver(fact, recordedOutcome, fragment);
    } else {
      addObserver(new MatchObserver(fact, recordedOutcome, fragment));
    }
  }

  boolean accepts(StringToken text) {
    int matches = 0;
    for (StringMatcher matcher : strings) {
      matches += matcher.matches(text) ? 1 : 0;
    }
    return matches == 1;
  }

  boolean accepts(NumberToken number) {
    int matches = 0;
    for (NumberMatcher matcher : numbers) {
      matches += matcher.matches(number) ? 1 : 0;
    }
    return matches == 1;
  }
}
