package dev.callsheet.spec.analysis;

import dev.callsheet.spec.source.SourceLocation;

/**
 * Something that lies, in whole or in part, outside what can be decided. What cannot be decided of
 * it is taken to allow anything.
 *
 * @param subject a rule's id or a price's label
 * @param reason what about it cannot be decided: {@code it adds up numbers}
 * @param location where it stands
 */
public record AnalysisLimitation(String subject, String reason, SourceLocation location) {}
