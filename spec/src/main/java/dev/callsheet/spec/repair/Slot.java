package dev.callsheet.spec.repair;

import dev.callsheet.spec.calculus.Facet;
import dev.callsheet.spec.calculus.Fragment;
import dev.callsheet.spec.calculus.Matching;
import dev.callsheet.spec.calculus.Path;
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
record Slot(Path path, List<Shape> shapes, @Nullable Parameter parameter) {

  /** The slot that a pointer leads to; without shapes where the model has none. */
  static Slot at(ModelSpec spec, Pointer pointer) {
    Slot slot = new Slot(Path.ROOT, List.of(spec.request()), null);
    for (String step : pointer.steps()) {
      slot = slot.step(step);
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
      return Matching.isOfType(value, scalar.type())
          && Matching.of(new Fragment(scalar.facets())).test(value);
    }
    if (shape instanceof Shape.Choice choice) {
      return Matching.of(new Facet.OneOf(choice.values())).test(value);
    }
    return shape instanceof Shape.Sequence ? value.isArray() : value.isObject();
  }

  private Slot step(String step) {
    List<Shape> inner = new ArrayList<>();
    Parameter found = null;
    Path way = path;
    for (Shape shape : shapes) {
      if (shape instanceof Shape.Structure structure) {
        Parameter member = structure.member(step).orElse(null);
        if (member != null) {
          found = member;
          way = path.member(step);
          alternatives(member.shape()).forEach(inner::add);
        }
      } else if (shape instanceof Shape.Sequence list && Pointer.index(step) >= 0) {
        way = path.eachItem();
        alternatives(list.items()).forEach(inner::add);
      }
    }
    return new Slot(way, inner, found);
  }

  private static Stream<Shape> alternatives(Shape shape) {
    return shape instanceof Shape.Union union
        ? union.alternatives().stream().flatMap(each -> alternatives(each.shape()))
        : Stream.of(shape);
  }
}
