package dev.callsheet.cli;

import dev.callsheet.spec.model.ModelSpec;
import tools.jackson.databind.JsonNode;

/** A task and the model that it is for. */
record ModelTask(ModelSpec model, JsonNode json) {}
