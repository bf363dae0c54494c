package dev.callsheet.spec.price;

import dev.callsheet.runtime.Amount;
import dev.callsheet.spec.logic.Facet;
import dev.callsheet.spec.logic.ParameterPath;
import dev.callsheet.spec.model.ModelSpec;
import dev.callsheet.spec.model.Parameter;
import dev.callsheet.spec.model.Shape;
import java.math.BigDecimal;
import java.util.Optional;
import java.util.stream.Stream;

/** What a parameter that prices count by comes to where a request does not give a number. */
public final class QuantityEstimate {
  /** What multiplies nothing. */
  public static final Amount ONE = Amount.exactly(BigDecimal.ONE);

  private QuantityEstimate() {}

  /** For a request without the parameter: its default, else what its range leaves open. */
  public static Optional<Amount> whenAbsent(ModelSpec model, ParameterPath path) {
    return model
        .parameter(path)
        .map(Parameter::defaultValue)
        .filter(value -> value.isNumber())
        .map(value -> Amount.exactly(value.decimalValue()))
        .or(() -> whenNotNumeric(model, path));
  }

  /** For a value that is no number, such as {@code auto}: what the range leaves open. */
  public static Optional<Amount> whenNotNumeric(ModelSpec model, ParameterPath path) {
    return model.parameter(path).map(Parameter::shape).flatMap(QuantityEstimate::range);
  }

  private static Optional<Amount> range(Shape shape) {
    return facets(shape).flatMap(facet -> bounds(facet).stream()).findFirst();
  }

  private static Optional<Amount> bounds(Facet facet) {
    if (facet instanceof Facet.Range range) {
      BigDecimal minimum = range.minimum();
      BigDecimal maximum = range.maximum();
      if (minimum != null && maximum != null) {
        return Optional.of(new Amount(minimum, maximum));
      }
    }
    return Optional.empty();
  }

  private static Stream<Facet> facets(Shape shape) {
    if (shape instanceof Shape.Union union) {
      return union.alternatives().stream().flatMap(each -> facets(each.shape()));
    }
    return shape instanceof Shape.Scalar scalar ? scalar.facets().stream() : Stream.empty();
  }
}
