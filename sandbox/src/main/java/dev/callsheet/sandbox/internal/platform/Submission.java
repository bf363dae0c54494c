package dev.callsheet.sandbox.internal.platform;

import dev.callsheet.spec.model.ModelSpec;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/**
 * What a request asks to make.
 *
 * @param modelId as the platform has it
 * @param spec of the model; null where no spec describes it
 * @param body of the request
 * @param input what the model gets of it
 */
record Submission(String modelId, @Nullable ModelSpec spec, ObjectNode body, ObjectNode input) {
  Optional<ModelSpec> described() {
    return Optional.ofNullable(spec);
  }
}
