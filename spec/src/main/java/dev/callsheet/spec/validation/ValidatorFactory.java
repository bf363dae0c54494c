package dev.callsheet.spec.validation;

import dev.callsheet.spec.model.Parameter;
import dev.callsheet.spec.model.Shape;

/** Makes the judges of a model's parameters. */
final class ValidatorFactory {
  private final ParameterLocator parameterLocator = new ParameterLocator();

  private ValidatorFactory() {}

  /** The judge of a whole task. */
  static ShapeValidator forRequest(Shape.Structure request) {
    return new ValidatorFactory().forStructure(request);
  }

  private ShapeValidator forShape(Shape shape, String unit) {
    if (shape instanceof Shape.Scalar scalar) {
      return new ScalarValidator(scalar.type(), FacetValidator.forFacets(scalar.facets(), unit));
    }
    if (shape instanceof Shape.Choice choice) {
      return ChoiceValidator.of(choice.values());
    }
    if (shape instanceof Shape.Sequence list) {
      return new SequenceValidator(
          forShape(list.items(), unit), FacetValidator.forFacets(list.facets(), ""));
    }
    if (shape instanceof Shape.Union union) {
      return new UnionValidator(
          union.alternatives().stream().map(each -> forShape(each.shape(), unit)).toList());
    }
    return forStructure((Shape.Structure) shape);
  }

  private StructureValidator forStructure(Shape.Structure structure) {
    StructureValidator judge = new StructureValidator(parameterLocator);
    for (Parameter member : structure.members()) {
      String unit = member.metadata().unit();
      parameterLocator.add(member.path());
      ShapeValidator value = forShape(member.shape(), unit == null ? "" : unit);
      judge.add(member.name(), member.required(), value, Requirements.of(member.shape()));
    }
    return judge;
  }
}
