package dev.callsheet.importer.internal.prose;

import dev.callsheet.spec.logic.ParameterPath;
import dev.callsheet.spec.source.SourceLocation;

/**
 * What a published file says of a parameter to people.
 *
 * @param path from the task; through lists by their items; the root for the task
 * @param subject what of it is described
 * @param text as it is published
 * @param location where it is described
 */
public record Description(
    ParameterPath path, Subject subject, String text, SourceLocation location) {
  /** What a description is about. */
  public enum Subject {
    /** The parameter: what it says without naming one is said of this. */
    PARAMETER,
    /** The task as a whole, one form of a parameter or one of its values: nothing is proposed. */
    PART
  }
}
