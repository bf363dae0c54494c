package dev.callsheet.runtime;

import dev.callsheet.runtime.internal.messages.DisplayText;
import java.util.List;

/**
 * One thing that is wrong with a request.
 *
 * @param rule the id of the broken rule: a rule's own id (kebab-case), or a structural one such as
 *     {@code out-of-range}
 * @param severity how severe it is
 * @param pointer JSON pointer (RFC 6901), from the task object, to the value to look at; empty for
 *     the task itself
 * @param problem what is wrong, as data
 * @param related JSON pointers to the other parameters that take part, in the rule's order
 */
public record Violation(
    String rule, Severity severity, String pointer, Problem problem, List<String> related) {

  /** Copies the list, so that a violation never changes. */
  public Violation {
    related = List.copyOf(related);
  }

  /** A structural rule is broken at one place. */
  public Violation(Severity severity, String pointer, Problem.Structural problem) {
    this(problem.rule().id(), severity, pointer, problem, List.of());
  }

  /**
   * The same violation of a value in which the request stands.
   *
   * @param outer JSON pointer to the request from that value
   */
  public Violation inside(String outer) {
    return new Violation(
        rule,
        severity,
        outer + pointer,
        problem,
        related.stream().map(place -> outer + place).toList());
  }

  /**
   * What is wrong and what would be right, in one sentence; worded anew at each call. Whatever the
   * request and the spec hold, it is a single line without control characters and without keys.
   */
  public String message() {
    return DisplayText.line(problem.message(JsonPointer.parse(pointer)));
  }

  /** One line for people: {@code error /duration: ... [video-sets-duration]}. */
  @Override
  public String toString() {
    return severity.id()
        + " "
        + (pointer.isEmpty() ? "/" : DisplayText.line(pointer))
        + ": "
        + message()
        + " ["
        + rule
        + "]";
  }
}
