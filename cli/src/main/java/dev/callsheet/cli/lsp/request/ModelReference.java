package dev.callsheet.cli.lsp.request;

import dev.callsheet.generator.page.ModelPage;
import dev.callsheet.generator.page.ParameterEntry;
import dev.callsheet.runtime.JsonPointer;
import dev.callsheet.spec.analysis.RequestExtensions;
import dev.callsheet.spec.logic.ParameterPath;
import dev.callsheet.spec.model.ModelSpec;
import dev.callsheet.spec.model.Parameter;
import dev.callsheet.spec.model.Shape;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * What an editor looks up of a model, prepared once.
 *
 * @param entries what is said of its parameters
 * @param extensions decides what can be added to a request
 */
record ModelReference(
    ModelSpec spec,
    ModelPage page,
    Map<ParameterPath, ParameterEntry> entries,
    RequestExtensions extensions) {

  static ModelReference of(ModelSpec spec) {
    ModelPage page = ModelPage.of(spec);
    return new ModelReference(
        spec,
        page,
        page.requestParameters()
            .collect(Collectors.toMap(ParameterEntry::path, entry -> entry, (a, b) -> a)),
        new RequestExtensions(spec));
  }

  /** What is said of a parameter. */
  Optional<ParameterEntry> entry(Parameter parameter) {
    return Optional.ofNullable(entries.get(parameter.path()));
  }

  /**
   * The parameters directly inside an object.
   *
   * @param object pointer to it from the task
   */
  List<Parameter> members(JsonPointer object) {
    return object.isRoot()
        ? spec.request().members()
        : parameter(object).map(each -> each.shape().parameters()).orElse(List.of());
  }

  /** The parameter that a value is of, or that the list is of whose item it is. */
  Optional<Parameter> parameter(JsonPointer place) {
    Parameter found = null;
    List<Parameter> members = spec.request().members();
    for (String step : place.steps()) {
      if (found != null && isItem(found.shape(), step)) {
        continue;
      }
      found = members.stream().filter(each -> each.name().equals(step)).findFirst().orElse(null);
      if (found == null) {
        return Optional.empty();
      }
      members = found.shape().parameters();
    }
    return Optional.ofNullable(found);
  }

  private static boolean isItem(Shape shape, String step) {
    return JsonPointer.indexOf(step) >= 0
        && shape.variants().stream().anyMatch(Shape.Sequence.class::isInstance);
  }
}
