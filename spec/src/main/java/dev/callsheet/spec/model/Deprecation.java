package dev.callsheet.spec.model;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * That a model, a parameter or a value is not to be used any more.
 *
 * @param reason why, in sentences for people; may be empty
 * @param replacement what to use instead: the id of a model, the path of a parameter from the
 *     nearest list around it, or a value; null where there is nothing
 * @param sunset the day from which on it is not accepted; null when none is known
 */
public record Deprecation(
    String reason, @Nullable JsonNode replacement, @Nullable LocalDate sunset) {

  /** Whether it is not accepted any more on a day. */
  public boolean isOverOn(LocalDate day) {
    return sunset != null && !day.isBefore(sunset);
  }

  /**
   * All of it for people, the same before the sunset and after it.
   *
   * @param subject what is deprecated, as it is to be shown
   */
  public String sentence(String subject) {
    String clauses = String.join("; ", clauses());
    String start = subject + " is deprecated" + (sunset == null ? "; " : ", and ");
    return withReason(clauses.isEmpty() ? subject + " is deprecated" : start + clauses);
  }

  /** Until when, what to use instead, and why, in sentences of their own. */
  public String advice() {
    String clauses = String.join("; ", clauses());
    return withReason(
        clauses.isEmpty()
            ? "Not to be used any more"
            : Character.toUpperCase(clauses.charAt(0)) + clauses.substring(1));
  }

  private List<String> clauses() {
    List<String> clauses = new ArrayList<>();
    if (sunset != null) {
      clauses.add("not accepted from " + sunset + " on");
    }
    if (replacement != null) {
      clauses.add("use `" + replacementText(replacement) + "` instead");
    }
    return clauses;
  }

  private String withReason(String sentence) {
    return sentence + "." + (reason.isEmpty() ? "" : " " + reason);
  }

  private static String replacementText(JsonNode replacement) {
    return replacement.isString() ? replacement.stringValue() : replacement.toString();
  }
}
