package dev.callsheet.spec.price;

import dev.callsheet.runtime.Amount;
import dev.callsheet.spec.logic.Facet;
import dev.callsheet.spec.logic.ParameterPath;
import dev.callsheet.spec.model.ModelSpec;
import dev.callsheet.spec.model.Parameter;
import dev.callsheet.spec.model.Shape;
import java.math.BigDecimal;
import java.util.Optional;

/** Estimates the quantity that a price is multiplied by where a request gives no number. */
public final class QuantityEstimate {
  /** The factor 1. */
  public static final Amount ONE = Amount.exactly(BigDecimal.ONE);

  private QuantityEstimate() {}

  /** For a request without the parameter: its default, else the range of its values. */
  public static Optional<Amount> whenAbsent(ModelSpec model, ParameterPath path) {
    return model
        .parameter(path)
        .map(Parameter::defaultValue)
        .filter(value -> value.isNumber())
        .map(value -> Amount.exactly(value.decimalValue()))
        .or(() -> whenNotNumeric(model, path));
  }

  /** For a value that is not a number, such as {@code auto}: the range of the parameter. */
  public static Optional<Amount> whenNotNumeric(ModelSpec model, ParameterPath path) {
    return model.parameter(path).map(Parameter::shape).flatMap(QuantityEstimate::range);
  }

  private static Optional<Amount> range(Shape shape) {
    return shape.variants().stream()
        .flatMap(variant -> variant.facets().stream())
        .flatMap(facet -> range(facet).stream())
        .findFirst();
  }

  private static Optional<Amount> range(Facet facet) {
    return facet instanceof Facet.Range range && range.minimum() != null && range.maximum() != null
        ? Optional.of(new Amount(range.minimum(), range.maximum()))
        : Optional.empty();
  }
}
