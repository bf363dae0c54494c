package dev.callsheet.spec.analysis;

import dev.callsheet.spec.source.Location;

/**
 * A rule that takes part in a finding.
 *
 * @param rule its id
 * @param sentence what it says
 * @param location where it stands
 */
public record Cause(String rule, String sentence, Location location) {}
