package dev.callsheet.runtime.check;

import dev.callsheet.runtime.Severity;
import dev.callsheet.runtime.Violation;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** A broken rule, and which of the parameters it speaks of are provided. */
public final class Breach {
  private final String rule;
  private final Severity severity;
  private final String message;
  private final List<String> provided = new ArrayList<>();
  private String scope = "";

  private Breach(String rule, Severity severity, String message) {
    this.rule = rule;
    this.severity = severity;
    this.message = message;
  }

  /** A breach that makes the request wrong. */
  public static Breach error(String rule, String message) {
    return new Breach(rule, Severity.ERROR, message);
  }

  /** A breach that a request can have and still be sent. */
  public static Breach warning(String rule, String message) {
    return new Breach(rule, Severity.WARNING, message);
  }

  /** Says which item the rule is about, by its pointer; without this it is about the task. */
  public Breach in(String pointer) {
    scope = pointer;
    return this;
  }

  /**
   * Names a parameter that the rule speaks of; only a provided one is kept, and only once.
   *
   * @param pointer from the scope
   */
  public Breach at(String pointer, boolean isProvided) {
    if (isProvided && !provided.contains(scope + pointer)) {
      provided.add(scope + pointer);
    }
    return this;
  }

  /**
   * Names a parameter that the rule speaks of in every item of a list.
   *
   * @param list pointer from the scope to the list
   * @param rest pointer from an item to the parameter
   */
  public <T> Breach atEach(
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
    return provided.isEmpty()
        ? new Violation(rule, severity, scope, message, List.of())
        : new Violation(
            rule, severity, provided.get(0), message, provided.subList(1, provided.size()));
  }
}
