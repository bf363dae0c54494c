package dev.callsheet.spec.analysis;

import dev.callsheet.spec.source.SourceLocation;

/**
 * A rule that takes part in a finding.
 *
 * @param ruleId its id
 * @param description what it says
 * @param location where it stands
 */
public record CausingRule(String ruleId, String description, SourceLocation location) {}
