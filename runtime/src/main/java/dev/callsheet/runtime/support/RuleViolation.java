package dev.callsheet.runtime.support;

import dev.callsheet.runtime.Problem;
import dev.callsheet.runtime.Severity;
import dev.callsheet.runtime.Violation;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** A broken rule, and which of the parameters it speaks of are provided. */
public final class RuleViolation {
  private final String rule;
  private final Severity severity;
  private final String message;
  private final List<String> providedPointers = new ArrayList<>();
  private String scope = "";

  private RuleViolation(String rule, Severity severity, String message) {
    this.rule = rule;
    this.severity = severity;
    this.message = message;
  }

  /** A breach that makes the request wrong. */
  public static RuleViolation error(String rule, String message) {
    return new RuleViolation(rule, Severity.ERROR, message);
  }

  /** A breach that a request can have and still be sent. */
  public static RuleViolation warning(String rule, String message) {
    return new RuleViolation(rule, Severity.WARNING, message);
  }

  /** Says which item the rule is about, by its pointer; without this it is about the task. */
  public RuleViolation in(String pointer) {
    scope = pointer;
    return this;
  }

  /**
   * Names a parameter that the rule speaks of; only a provided one is kept, and only once.
   *
   * @param pointer from the scope
   */
  public RuleViolation at(String pointer, boolean isProvided) {
    if (isProvided && !providedPointers.contains(scope + pointer)) {
      providedPointers.add(scope + pointer);
    }
    return this;
  }

  /**
   * Names a parameter that the rule speaks of in every item of a list.
   *
   * @param list pointer from the scope to the list
   * @param rest pointer from an item to the parameter
   */
  public <T> RuleViolation atEach(
      String list, @Nullable List<T> items, String rest, Predicate<T> isProvided) {
    if (items != null) {
      for (int i = 0; i < items.size(); i++) {
        at(list + "/" + i + rest, isProvided.test(items.get(i)));
      }
    }
    return this;
  }

  /** At the first parameter that is provided, the others related; at the scope if none is. */
  Violation toViolation() {
    return providedPointers.isEmpty()
        ? new Violation(rule, severity, scope, new Problem.BrokenRule(message), List.of())
        : new Violation(
            rule,
            severity,
            providedPointers.get(0),
            new Problem.BrokenRule(message),
            providedPointers.subList(1, providedPointers.size()));
  }
}
