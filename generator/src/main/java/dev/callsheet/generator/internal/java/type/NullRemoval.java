package dev.callsheet.generator.internal.java.type;

import dev.callsheet.spec.logic.JsonType;
import dev.callsheet.spec.model.Parameter;
import dev.callsheet.spec.model.Shape;
import java.util.List;
import tools.jackson.databind.node.NullNode;

/**
 * Shapes that allow {@code null} in JSON. In Java a null says that a value is not provided, so
 * there it is no form of its own: the rest has a type, and whoever wants to tell the two apart
 * wraps it.
 */
public final class NullRemoval {
  private NullRemoval() {}

  /** Whether null is a value of a shape: it fits exactly one of its forms. */
  static boolean allowsNull(Shape shape) {
    return shape.variants().stream().filter(form -> form.accepts(NullNode.getInstance())).count()
        == 1;
  }

  /** The parameter with null taken from the values that it may have. */
  static Parameter withoutNull(Parameter parameter) {
    return new Parameter(
        parameter.name(),
        parameter.path(),
        withoutNull(parameter.shape()),
        parameter.required(),
        parameter.defaultValue(),
        parameter.javaName(),
        parameter.metadata(),
        parameter.location());
  }

  /** The shape with null taken from its values; itself where it has no others. */
  public static Shape withoutNull(Shape shape) {
    if (shape instanceof Shape.Union union) {
      List<Shape.Alternative> forms =
          union.alternatives().stream()
              .filter(form -> !isNull(form.shape()))
              .map(
                  form ->
                      new Shape.Alternative(
                          form.title(), form.description(), withoutNull(form.shape())))
              .toList();
      return forms.isEmpty()
          ? union.alternatives().get(0).shape()
          : forms.size() == 1 ? forms.get(0).shape() : new Shape.Union(forms);
    }
    if (shape instanceof Shape.Choice choice && !isNull(choice)) {
      return new Shape.Choice(
          choice.options().stream().filter(option -> !option.value().isNull()).toList());
    }
    return shape;
  }

  private static boolean isNull(Shape shape) {
    return shape.types().stream().allMatch(JsonType.NULL::equals);
  }
}
