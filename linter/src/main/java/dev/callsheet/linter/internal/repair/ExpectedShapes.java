package dev.callsheet.linter.internal.repair;

import dev.callsheet.runtime.JsonPointer;
import dev.callsheet.spec.logic.ParameterPath;
import dev.callsheet.spec.model.ModelSpec;
import dev.callsheet.spec.model.Parameter;
import dev.callsheet.spec.model.Shape;
import dev.callsheet.spec.model.ShapeVisitor;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * What a model allows at one place of a task.
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

  /** Those of the shapes that are of a kind. */
  <S extends Shape> Stream<S> ofKind(Class<S> kind) {
    return shapes.stream().filter(kind::isInstance).map(kind::cast);
  }

  /** The members that an object here may have. */
  List<Parameter> members() {
    return ofKind(Shape.Structure.class).flatMap(object -> object.members().stream()).toList();
  }

  /** Whether the value is right for one of the shapes, as far as can be seen without looking in. */
  boolean accepts(JsonNode value) {
    return shapes.stream().anyMatch(shape -> shape.accepts(value));
  }

  private ExpectedShapes descend(String step) {
    Descent descent = new Descent(path, step);
    return shapes.stream()
        .flatMap(shape -> shape.accept(descent).stream())
        .reduce(ExpectedShapes::or)
        .orElseGet(() -> new ExpectedShapes(path, List.of(), null));
  }

  private ExpectedShapes or(ExpectedShapes other) {
    List<Shape> both = Stream.concat(shapes.stream(), other.shapes.stream()).toList();
    Parameter either = other.parameter == null ? parameter : other.parameter;
    return new ExpectedShapes(other.path, both, either);
  }

  /**
   * What is one step further in; empty where a shape has no room for it.
   *
   * @param path where the shape is
   */
  private record Descent(ParameterPath path, String step)
      implements ShapeVisitor<Optional<ExpectedShapes>> {
    @Override
    public Optional<ExpectedShapes> visitScalar(Shape.Scalar scalar) {
      return Optional.empty();
    }

    @Override
    public Optional<ExpectedShapes> visitChoice(Shape.Choice choice) {
      return Optional.empty();
    }

    @Override
    public Optional<ExpectedShapes> visitStructure(Shape.Structure structure) {
      return structure
          .member(step)
          .map(member -> new ExpectedShapes(path.member(step), member.shape().variants(), member));
    }

    @Override
    public Optional<ExpectedShapes> visitDictionary(Shape.Dictionary dictionary) {
      Shape values = dictionary.values();
      return values == null
          ? Optional.empty()
          : Optional.of(new ExpectedShapes(path.member(step), values.variants(), null));
    }

    @Override
    public Optional<ExpectedShapes> visitSequence(Shape.Sequence list) {
      return JsonPointer.indexOf(step) < 0
          ? Optional.empty()
          : Optional.of(new ExpectedShapes(path.eachItem(), list.items().variants(), null));
    }

    @Override
    public Optional<ExpectedShapes> visitUnion(Shape.Union union) {
      return union.variants().stream()
          .flatMap(variant -> variant.accept(this).stream())
          .reduce(ExpectedShapes::or);
    }
  }
}
