package dev.callsheet.spec.validation;

import dev.callsheet.spec.model.Parameter;
import dev.callsheet.spec.model.Shape;
import dev.callsheet.spec.model.ShapeVisitor;

/** Makes the validators of a model's parameters. */
final class ValidatorFactory {
  private final ParameterLocator parameterLocator = new ParameterLocator();

  private ValidatorFactory() {}

  /** The validator of a whole task. */
  static ShapeValidator forRequest(Shape.Structure request) {
    return new ValidatorFactory().forStructure(request);
  }

  private StructureValidator forStructure(Shape.Structure structure) {
    StructureValidator validator = new StructureValidator(parameterLocator);
    for (Parameter member : structure.members()) {
      String unit = member.metadata().unit();
      parameterLocator.add(member.path());
      validator.add(
          member.name(),
          member.required(),
          member.shape().accept(new ForShape(unit == null ? "" : unit)),
          Requirements.of(member.shape()));
    }
    return validator;
  }

  /** Makes the validator of a shape; numbers in it have one unit. */
  private final class ForShape implements ShapeVisitor<ShapeValidator> {
    private final String unit;

    ForShape(String unit) {
      this.unit = unit;
    }

    @Override
    public ShapeValidator visitScalar(Shape.Scalar scalar) {
      return new ScalarValidator(
          scalar.type(), FacetValidator.forFacets(scalar.checkedFacets(), unit));
    }

    @Override
    public ShapeValidator visitChoice(Shape.Choice choice) {
      return ChoiceValidator.of(choice.values());
    }

    @Override
    public ShapeValidator visitStructure(Shape.Structure structure) {
      return forStructure(structure);
    }

    @Override
    public ShapeValidator visitDictionary(Shape.Dictionary dictionary) {
      Shape values = dictionary.values();
      return new DictionaryValidator(
          values == null ? null : values.accept(this),
          FacetValidator.forFacets(dictionary.facets(), ""));
    }

    @Override
    public ShapeValidator visitSequence(Shape.Sequence sequence) {
      return new SequenceValidator(
          sequence.items().accept(this), FacetValidator.forFacets(sequence.facets(), ""));
    }

    @Override
    public ShapeValidator visitUnion(Shape.Union union) {
      return new UnionValidator(
          union.alternatives().stream().map(each -> each.shape().accept(this)).toList());
    }
  }
}
