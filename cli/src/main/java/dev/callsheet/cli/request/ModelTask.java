package dev.callsheet.cli.request;

import dev.callsheet.spec.model.ModelSpec;
import tools.jackson.databind.JsonNode;

/**
 * A task and the model that it is for.
 *
 * @param line where it begins in its input, from 1
 */
public record ModelTask(ModelSpec model, JsonNode json, int line) {}
