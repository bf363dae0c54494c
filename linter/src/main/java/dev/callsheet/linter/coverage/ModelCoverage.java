package dev.callsheet.linter.coverage;

import dev.callsheet.spec.logic.CompiledFormula;
import dev.callsheet.spec.logic.Facet;
import dev.callsheet.spec.logic.FacetPredicates;
import dev.callsheet.spec.logic.FormulaCompiler;
import dev.callsheet.spec.logic.JsonLocation;
import dev.callsheet.spec.logic.JsonType;
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
import tools.jackson.databind.node.JsonNodeFactory;

/** What valid requests exercise of one model. */
public final class ModelCoverage {
  private final ModelSpec spec;
  private final Map<CoverageItem, Predicate<JsonLocation>> items = new LinkedHashMap<>();
  private final Map<CoverageItem, Long> counts = new LinkedHashMap<>();
  private long requests;

  /** What can be exercised. */
  public enum Kind {
    /** A way to use the model: a request is of that mode. */
    MODE,
    /** A rule: what it speaks of is there, so that it has something to say. */
    RULE,
    /** A parameter: it is provided. */
    PARAMETER,
    /** One of the values that a parameter can be chosen from: it is chosen. */
    VALUE
  }

  /**
   * Something that can be exercised.
   *
   * @param name a mode's name, a rule's id, a parameter's path, or {@code path = value}
   */
  public record CoverageItem(Kind kind, String name) {}

  ModelCoverage(ModelSpec spec) {
    this.spec = spec;
    for (ModelMode mode : spec.modes()) {
      CompiledFormula is = FormulaCompiler.compile(mode.condition(spec.modes()));
      items.put(new CoverageItem(Kind.MODE, mode.name()), is::holdsIn);
    }
    for (Rule rule : spec.rules()) {
      items.put(new CoverageItem(Kind.RULE, rule.id()), new RuleActivation(rule));
    }
    collect(spec.request());
    items.keySet().forEach(subject -> counts.put(subject, 0L));
  }

  void add(JsonNode task) {
    requests++;
    JsonLocation place = JsonLocation.root(task);
    items.forEach(
        (subject, occurs) -> {
          if (occurs.test(place)) {
            counts.merge(subject, 1L, Long::sum);
          }
        });
  }

  /** The model. */
  public ModelSpec spec() {
    return spec;
  }

  /** How many valid requests there were. */
  public long requests() {
    return requests;
  }

  /** How many valid requests exercise each thing of a kind, in the order of the spec. */
  public Map<String, Long> counts(Kind kind) {
    Map<String, Long> found = new LinkedHashMap<>();
    counts.forEach(
        (subject, count) -> {
          if (subject.kind() == kind) {
            found.put(subject.name(), count);
          }
        });
    return found;
  }

  private void collect(Shape shape) {
    if (shape instanceof Shape.Structure structure) {
      structure.members().forEach(this::collect);
    } else if (shape instanceof Shape.Sequence list) {
      collect(list.items());
    } else if (shape instanceof Shape.Union union) {
      union.alternatives().forEach(alternative -> collect(alternative.shape()));
    }
  }

  private void collect(Parameter parameter) {
    String path = parameter.path().toString();
    items.put(
        new CoverageItem(Kind.PARAMETER, path), task -> !task.resolve(parameter.path()).isEmpty());
    for (JsonNode value : choices(parameter.shape())) {
      Predicate<JsonNode> same = FacetPredicates.of(new Facet.OneOf(List.of(value)));
      items.put(
          new CoverageItem(Kind.VALUE, path + " = " + value),
          task -> task.resolve(parameter.path()).stream().anyMatch(at -> same.test(at.value())));
    }
    collect(parameter.shape());
  }

  /** The values there are to choose from; a constant is no choice. */
  private static List<JsonNode> choices(Shape shape) {
    List<JsonNode> values = new ArrayList<>();
    if (shape instanceof Shape.Choice choice && !choice.isConstant()) {
      values.addAll(choice.values());
    } else if (shape instanceof Shape.Scalar scalar && scalar.type() == JsonType.BOOLEAN) {
      values.add(JsonNodeFactory.instance.booleanNode(true));
      values.add(JsonNodeFactory.instance.booleanNode(false));
    }
    return values;
  }
}
