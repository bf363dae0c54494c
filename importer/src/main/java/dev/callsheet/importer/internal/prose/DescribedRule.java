package dev.callsheet.importer.internal.prose;

import dev.callsheet.importer.internal.condition.Condition;
import dev.callsheet.spec.source.SourceLocation;

/**
 * A rule that a description seems to state.
 *
 * @param demand what it demands of a request
 * @param sentence that states it
 * @param location of the parameter whose description has the sentence
 */
public record DescribedRule(Condition demand, String sentence, SourceLocation location) {}
