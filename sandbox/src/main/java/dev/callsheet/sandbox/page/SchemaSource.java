package dev.callsheet.sandbox.page;

import dev.callsheet.spec.model.ModelSpec;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/**
 * What the address {@code /resolve} needs so that clients find the JSON Schemas of models. Whoever
 * starts a sandbox brings this along. Called by several threads.
 */
public interface SchemaSource {
  /** No schemas: clients are told that there are none. */
  SchemaSource NONE =
      new SchemaSource() {
        @Override
        public Optional<JsonNode> requestSchema(ModelSpec model) {
          return Optional.empty();
        }

        @Override
        public Optional<JsonNode> responseSchema(ModelSpec model) {
          return Optional.empty();
        }
      };

  /** The schema of one task for a model; empty where there is none. */
  Optional<JsonNode> requestSchema(ModelSpec model);

  /** The schema of one result of a model; empty where there is none. */
  Optional<JsonNode> responseSchema(ModelSpec model);
}
