package dev.callsheet.generator.vectors;

import tools.jackson.databind.JsonNode;

/**
 * A test request.
 *
 * @param name the name of its file, without ending: a rule's id, or a constraint's and a
 *     parameter's, such as {@code out-of-range.duration.maximum}
 * @param valid whether it is to be accepted; otherwise it violates {@code rule} and nothing else
 * @param rule the rule that it exercises or violates; structural ids for constraints on parameters
 * @param request the task
 */
public record TestVector(String name, boolean valid, String rule, JsonNode request) {}
