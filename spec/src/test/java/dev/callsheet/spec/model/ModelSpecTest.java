package dev.callsheet.spec.model;

import static org.assertj.core.api.Assertions.assertThat;

import dev.callsheet.spec.catalogue.ModelCatalogue;
import dev.callsheet.spec.logic.ParameterPath;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Parameters are found by their paths. */
class ModelSpecTest {
  /** Forms of one parameter may have members of one path, of which the outermost, first counts. */
  private static Map<ParameterPath, Parameter> parameters(ModelSpec model) {
    Map<ParameterPath, Parameter> byPath = new LinkedHashMap<>();
    Deque<Parameter> open = new ArrayDeque<>(model.request().parameters());
    while (!open.isEmpty()) {
      Parameter next = open.remove();
      byPath.putIfAbsent(next.path(), next);
      open.addAll(next.shape().parameters());
    }
    return byPath;
  }

  @Test
  void everyParameterOfEveryModelIsAtItsPath() {
    for (ModelSpec model : ModelCatalogue.bundled().models()) {
      parameters(model)
          .forEach(
              (path, parameter) ->
                  assertThat(model.parameter(path))
                      .as("%s: %s", model.id(), path)
                      .containsSame(parameter));
    }
  }

  @Test
  void whereNoParameterIsNoneIsFound() {
    ModelSpec kling = ModelCatalogue.bundled().namedInRequests("klingai:kling-video@o3-pro").get();
    for (String path : new String[] {"", "inputs.nothing", "inputs[]", "width.height", "prompt"}) {
      assertThat(kling.parameter(ParameterPath.parse(path))).as(path).isEmpty();
    }
    assertThat(parameters(kling)).hasSizeGreaterThan(20);
  }
}
