package dev.callsheet.generator.page;

import dev.callsheet.runtime.Severity;
import dev.callsheet.spec.logic.ParameterPath;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A rule.
 *
 * @param id by which it is suppressed and linked to
 * @param severity of a violation
 * @param description the rule for people
 * @param scope the list in whose every item it holds; the root for the task
 * @param statement what is enforced, in the phrases of published pages
 * @param published what is published, in the same phrases; null where that is what is enforced
 * @param contradicts the id of a rule that the published form contradicts; null when none
 * @param note why what is published is not enforced; null when it is
 * @param parameters those that it speaks of
 */
public record RuleEntry(
    String id,
    Severity severity,
    Prose description,
    ParameterPath scope,
    Prose statement,
    @Nullable Prose published,
    @Nullable String contradicts,
    @Nullable Prose note,
    List<ParameterPath> parameters) {
  /** Copies the list, so that an entry never changes. */
  public RuleEntry {
    parameters = List.copyOf(parameters);
  }

  /** Whether a request that breaks it is refused; otherwise it only gets a warning. */
  public boolean isError() {
    return severity == Severity.ERROR;
  }
}
