package dev.callsheet.generator.vectors;

import dev.callsheet.runtime.StructuralRule;
import java.util.function.UnaryOperator;
import tools.jackson.databind.JsonNode;

/**
 * A change that makes a valid value violate one constraint.
 *
 * @param rule the id of the structural rule that the changed value violates
 * @param label distinguishes it from others that violate the same rule at the same parameter; may
 *     be empty
 * @param change makes the invalid value from a valid one, which it leaves as it is
 */
record Mutation(String rule, String label, UnaryOperator<JsonNode> change) {
  Mutation(StructuralRule rule, String label, UnaryOperator<JsonNode> change) {
    this(rule.id(), label, change);
  }

  /** Puts another value in place of the valid one. */
  static Mutation replacing(StructuralRule rule, String label, JsonNode invalid) {
    return new Mutation(rule, label, value -> invalid);
  }
}
