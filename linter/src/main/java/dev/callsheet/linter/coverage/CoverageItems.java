package dev.callsheet.linter.coverage;

import dev.callsheet.linter.coverage.ModelCoverage.CoverageItem;
import dev.callsheet.linter.coverage.ModelCoverage.Kind;
import dev.callsheet.spec.logic.CompiledFormula;
import dev.callsheet.spec.logic.Facet;
import dev.callsheet.spec.logic.FacetPredicates;
import dev.callsheet.spec.logic.FormulaCompiler;
import dev.callsheet.spec.logic.JsonLocation;
import dev.callsheet.spec.model.ModelMode;
import dev.callsheet.spec.model.ModelSpec;
import dev.callsheet.spec.model.Parameter;
import dev.callsheet.spec.model.Rule;
import dev.callsheet.spec.model.Shape;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import tools.jackson.databind.JsonNode;

/** What requests can exercise of a model: each item with the test for it, in the spec's order. */
final class CoverageItems {
  private final ModelSpec spec;
  private final Map<CoverageItem, Predicate<JsonLocation>> tests = new LinkedHashMap<>();

  CoverageItems(ModelSpec spec) {
    this.spec = spec;
    for (ModelMode mode : spec.modes()) {
      CompiledFormula condition = FormulaCompiler.compile(mode.condition(spec.modes()));
      tests.put(new CoverageItem(Kind.MODE, mode.name()), condition::holdsIn);
    }
    for (Rule rule : spec.rules()) {
      tests.put(new CoverageItem(Kind.RULE, rule.id()), new RuleActivation(rule));
    }
    addParametersOf(spec.request());
  }

  ModelSpec spec() {
    return spec;
  }

  /** All items. */
  Iterable<CoverageItem> all() {
    return tests.keySet();
  }

  /** The items that a task exercises. */
  List<CoverageItem> exercisedBy(JsonNode task) {
    JsonLocation root = JsonLocation.root(task);
    List<CoverageItem> exercised = new ArrayList<>();
    tests.forEach(
        (item, test) -> {
          if (test.test(root)) {
            exercised.add(item);
          }
        });
    return exercised;
  }

  private void addParametersOf(Shape shape) {
    shape.parameters().forEach(this::add);
  }

  private void add(Parameter parameter) {
    String path = parameter.path().toString();
    tests.put(
        new CoverageItem(Kind.PARAMETER, path), task -> !task.resolve(parameter.path()).isEmpty());
    for (JsonNode value : choices(parameter.shape())) {
      Predicate<JsonNode> isValue = FacetPredicates.of(new Facet.OneOf(List.of(value)));
      tests.put(
          new CoverageItem(Kind.VALUE, path + " = " + value),
          task -> task.resolve(parameter.path()).stream().anyMatch(at -> isValue.test(at.value())));
    }
    addParametersOf(parameter.shape());
  }

  /** The values to choose from; a constant is not a choice. */
  private static List<JsonNode> choices(Shape shape) {
    List<JsonNode> values = shape.listedValues();
    return values.size() == 1 ? List.of() : values;
  }
}
