package dev.callsheet.linter.internal.repair;

import dev.callsheet.runtime.JsonPointer;
import dev.callsheet.spec.logic.Facet;
import dev.callsheet.spec.logic.FacetPredicates;
import dev.callsheet.spec.logic.ParameterPath;
import dev.callsheet.spec.logic.SchemaFragment;
import dev.callsheet.spec.model.ModelSpec;
import dev.callsheet.spec.model.Parameter;
import dev.callsheet.spec.model.Shape;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * What a model has room for somewhere in a task.
 *
 * @param path with {@code []} for items
 * @param shapes what the value may be; several where shapes around it or itself are alternatives
 * @param parameter null for the task and for items of lists
 */
record ExpectedShapes(ParameterPath path, List<Shape> shapes, @Nullable Parameter parameter) {

  /** The slot that a pointer leads to; without shapes where the model has none. */
  static ExpectedShapes at(ModelSpec spec, JsonPointer pointer) {
    ExpectedShapes slot = new ExpectedShapes(ParameterPath.ROOT, List.of(spec.request()), null);
    for (String step : pointer.steps()) {
      slot = slot.descend(step);
    }
    return slot;
  }

  boolean isKnown() {
    return !shapes.isEmpty();
  }

  boolean isItem() {
    return parameter == null && !path.isRoot();
  }

  Optional<JsonNode> defaultValue() {
    return Optional.ofNullable(parameter).map(Parameter::defaultValue);
  }

  /** The members that an object here may have. */
  List<Parameter> members() {
    return shapes.stream()
        .filter(Shape.Structure.class::isInstance)
        .flatMap(shape -> ((Shape.Structure) shape).members().stream())
        .toList();
  }

  /** Whether the value is right for one of the shapes, as far as can be seen without looking in. */
  boolean accepts(JsonNode value) {
    return shapes.stream().anyMatch(shape -> accepts(shape, value));
  }

  private static boolean accepts(Shape shape, JsonNode value) {
    if (shape instanceof Shape.Scalar scalar) {
      return FacetPredicates.isOfType(value, scalar.type())
          && FacetPredicates.of(new SchemaFragment(scalar.facets())).test(value);
    }
    if (shape instanceof Shape.Choice choice) {
      return FacetPredicates.of(new Facet.OneOf(choice.values())).test(value);
    }
    return shape instanceof Shape.Sequence ? value.isArray() : value.isObject();
  }

  private ExpectedShapes descend(String step) {
    List<Shape> inner = new ArrayList<>();
    Parameter found = null;
    ParameterPath way = path;
    for (Shape shape : shapes) {
      if (shape instanceof Shape.Structure structure) {
        Parameter member = structure.member(step).orElse(null);
        if (member != null) {
          found = member;
          way = path.member(step);
          alternatives(member.shape()).forEach(inner::add);
        }
      } else if (shape instanceof Shape.Sequence list && JsonPointer.indexOf(step) >= 0) {
        way = path.eachItem();
        alternatives(list.items()).forEach(inner::add);
      }
    }
    return new ExpectedShapes(way, inner, found);
  }

  private static Stream<Shape> alternatives(Shape shape) {
    return shape instanceof Shape.Union union
        ? union.alternatives().stream().flatMap(each -> alternatives(each.shape()))
        : Stream.of(shape);
  }
}
