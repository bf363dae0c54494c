package dev.callsheet.runtime;

import java.util.List;

/**
 * One mistake in a request.
 *
 * @param rule the id of the broken rule: a rule's own id (kebab-case), or a structural one such as
 *     {@code out-of-range}
 * @param severity how grave it is
 * @param pointer JSON pointer (RFC 6901), from the task object, to the value to look at; empty for
 *     the task itself
 * @param message one sentence that says what is wrong and what would be right
 * @param related JSON pointers to the other parameters that take part, in the rule's order
 */
public record Violation(
    String rule, Severity severity, String pointer, String message, List<String> related) {

  /** Copies the list, so that a violation never changes. */
  public Violation {
    related = List.copyOf(related);
  }

  /** One line for people: {@code error /duration: ... [video-sets-duration]}. */
  @Override
  public String toString() {
    return severity.name().toLowerCase(java.util.Locale.ROOT)
        + " "
        + (pointer.isEmpty() ? "/" : pointer)
        + ": "
        + message
        + " ["
        + rule
        + "]";
  }
}
