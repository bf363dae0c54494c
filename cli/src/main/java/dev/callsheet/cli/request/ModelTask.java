package dev.callsheet.cli.request;

import dev.callsheet.spec.model.ModelSpec;
import tools.jackson.databind.JsonNode;

/** A task and the model that it is for. */
public record ModelTask(ModelSpec model, JsonNode json) {}
