package dev.callsheet.importer.internal.prose;

import dev.callsheet.importer.internal.condition.Condition;
import dev.callsheet.spec.logic.ParameterPath;
import dev.callsheet.spec.source.SourceLocation;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Parameters that a platform seems to ignore, as a description says.
 *
 * @param scope the list in whose items they are, ending in {@code []}; the root for the task
 * @param parameters at least one, from that scope
 * @param when in which requests, or items; null where it ignores them in all
 * @param sentence that says so
 * @param location of the parameter whose description has the sentence
 */
public record IgnoredParameters(
    ParameterPath scope,
    List<ParameterPath> parameters,
    @Nullable Condition when,
    String sentence,
    SourceLocation location) {
  /** Copies the list, so that what is said never changes. */
  public IgnoredParameters {
    parameters = List.copyOf(parameters);
  }
}
