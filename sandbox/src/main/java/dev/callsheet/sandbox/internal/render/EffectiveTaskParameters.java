package dev.callsheet.sandbox.internal.render;

import dev.callsheet.spec.logic.JsonLocation;
import dev.callsheet.spec.logic.ParameterPath;
import dev.callsheet.spec.model.ModelSpec;
import dev.callsheet.spec.model.Parameter;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/** The parameters of a task as its model understands them: as given, else by default. */
final class EffectiveTaskParameters {
  private EffectiveTaskParameters() {}

  static Optional<JsonNode> value(ModelSpec model, JsonNode task, String path) {
    ParameterPath parsed = ParameterPath.parse(path);
    List<JsonLocation> given = JsonLocation.root(task).resolve(parsed);
    return given.isEmpty()
        ? model.parameter(parsed).map(Parameter::defaultValue)
        : Optional.of(given.get(0).value());
  }

  static boolean isTrue(ModelSpec model, JsonNode task, String path) {
    return value(model, task, path).map(value -> value.asBoolean(false)).orElse(false);
  }
}
