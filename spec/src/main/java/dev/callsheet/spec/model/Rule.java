package dev.callsheet.spec.model;

import dev.callsheet.runtime.Severity;
import dev.callsheet.spec.logic.ParameterPath;
import dev.callsheet.spec.logic.RuleBody;
import dev.callsheet.spec.source.SourceLocation;
import java.time.Clock;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A relation between parameters.
 *
 * @param id kebab-case, unique in its model, stable: users suppress and link to it
 * @param severity of a violation
 * @param description the rule for people, one sentence
 * @param scope the list whose every item the rule holds in ({@code inputs.elements[]}); {@link
 *     ParameterPath#ROOT} for the task
 * @param body what is enforced
 * @param documentedBody what is published, where that differs; null when it does not
 * @param contradicts the id of a rule that the published form contradicts; null when none
 * @param note why the two differ; null when they do not
 * @param deprecation what is deprecated that the rule warns of; null for any other rule
 * @param redundancy why it is there although the other rules imply it; null where they need not
 * @param proposal the sentence that the rule was made of, while nobody has confirmed it; null
 *     otherwise
 * @param location where the rule's id stands in the spec
 */
public record Rule(
    String id,
    Severity severity,
    String description,
    ParameterPath scope,
    RuleBody body,
    @Nullable RuleBody documentedBody,
    @Nullable String contradicts,
    @Nullable String note,
    @Nullable Deprecation deprecation,
    @Nullable String redundancy,
    @Nullable String proposal,
    SourceLocation location) {

  /** The severity of a violation today: what is deprecated is an error from its sunset on. */
  public Severity severityOn(Clock clock) {
    return deprecation != null && deprecation.isOverOn(LocalDate.now(clock))
        ? Severity.ERROR
        : severity;
  }
}
