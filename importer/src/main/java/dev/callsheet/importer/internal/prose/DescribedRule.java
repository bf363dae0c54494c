package dev.callsheet.importer.internal.prose;

import dev.callsheet.importer.internal.condition.Condition;
import dev.callsheet.spec.logic.ParameterPath;
import dev.callsheet.spec.source.SourceLocation;

/**
 * A rule that a description seems to state.
 *
 * @param scope the list whose every item it holds in, ending in {@code []}; the root for the task
 * @param demand what it demands of a request, or of an item
 * @param sentence that states it
 * @param location of the parameter whose description has the sentence
 */
public record DescribedRule(
    ParameterPath scope, Condition demand, String sentence, SourceLocation location) {}
