package dev.callsheet.generator.vectors;

import java.util.function.UnaryOperator;
import tools.jackson.databind.JsonNode;

/**
 * A way to make a right value wrong.
 *
 * @param rule the structural rule that this breaks
 * @param label tells it from others that break the same rule of the same parameter; may be empty
 * @param change makes the wrong value of a right one, which it leaves as it is
 */
record Mutation(String rule, String label, UnaryOperator<JsonNode> change) {}
