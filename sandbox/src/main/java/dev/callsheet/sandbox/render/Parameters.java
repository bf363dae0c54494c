package dev.callsheet.sandbox.render;

import dev.callsheet.spec.calculus.Path;
import dev.callsheet.spec.calculus.Place;
import dev.callsheet.spec.model.ModelSpec;
import dev.callsheet.spec.model.Parameter;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/** The parameters of a task as its model understands them: as given, else by default. */
final class Parameters {
  private Parameters() {}

  static Optional<JsonNode> value(ModelSpec model, JsonNode task, String path) {
    Path parsed = Path.parse(path);
    List<Place> given = Place.root(task).find(parsed);
    return given.isEmpty()
        ? model.parameter(parsed).map(Parameter::defaultValue)
        : Optional.of(given.get(0).value());
  }

  static boolean isTrue(ModelSpec model, JsonNode task, String path) {
    return value(model, task, path).map(value -> value.asBoolean(false)).orElse(false);
  }

  static boolean isMissing(JsonNode task, Path path) {
    return Place.root(task).find(path).isEmpty();
  }
}
