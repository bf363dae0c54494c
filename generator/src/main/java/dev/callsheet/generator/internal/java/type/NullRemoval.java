package dev.callsheet.generator.internal.java.type;

import dev.callsheet.spec.logic.JsonType;
import dev.callsheet.spec.model.Parameter;
import dev.callsheet.spec.model.Shape;
import java.util.List;
import java.util.Set;

/**
 * Parameters that may be {@code null} in JSON. In Java a null says that a value is not provided, so
 * there it is no form of its own.
 */
final class NullRemoval {
  private NullRemoval() {}

  /** The parameter with null taken from the forms that its value may have. */
  static Parameter withoutNull(Parameter parameter) {
    return parameter.shape() instanceof Shape.Union union
        ? new Parameter(
            parameter.name(),
            parameter.path(),
            withoutNull(union),
            parameter.required(),
            parameter.defaultValue(),
            parameter.javaName(),
            parameter.metadata(),
            parameter.location())
        : parameter;
  }

  private static Shape withoutNull(Shape.Union union) {
    List<Shape.Alternative> forms =
        union.alternatives().stream().filter(form -> !isNull(form.shape())).toList();
    return forms.size() == 1 ? forms.get(0).shape() : new Shape.Union(forms);
  }

  private static boolean isNull(Shape shape) {
    return shape.types().equals(Set.of(JsonType.NULL));
  }
}
