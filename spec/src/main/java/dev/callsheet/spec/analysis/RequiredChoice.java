package dev.callsheet.spec.analysis;

import dev.callsheet.spec.logic.ParameterPath;
import dev.callsheet.spec.model.Rule;
import java.util.List;

/**
 * What a mode leaves to the caller to decide: every valid request of it provides at least one of
 * the alternatives, and each of them can be the one.
 *
 * @param rule the rule that asks for it
 * @param alternatives two or more; each is the parameters that are provided together
 * @param isExclusive whether no valid request provides two of them
 */
public record RequiredChoice(
    Rule rule, List<List<ParameterPath>> alternatives, boolean isExclusive) {}
