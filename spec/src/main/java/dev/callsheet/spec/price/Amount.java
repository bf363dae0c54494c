package dev.callsheet.spec.price;

import dev.callsheet.spec.calculus.Facet;
import dev.callsheet.spec.calculus.Numbers;
import dev.callsheet.spec.calculus.Path;
import dev.callsheet.spec.calculus.Place;
import dev.callsheet.spec.model.ModelSpec;
import dev.callsheet.spec.model.Parameter;
import dev.callsheet.spec.model.Shape;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/** A number that a request gives, or leaves open between bounds. */
record Amount(BigDecimal minimum, BigDecimal maximum) {
  static final Amount ONE = exactly(BigDecimal.ONE);

  static Amount exactly(BigDecimal value) {
    return new Amount(value, value);
  }

  boolean isExact() {
    return minimum.compareTo(maximum) == 0;
  }

  /**
   * The value of a parameter: as given, else its default, else what its range leaves open; empty
   * when that has no bounds.
   */
  static Optional<Amount> of(ModelSpec model, Path path, Place task) {
    Optional<Parameter> parameter = model.parameter(path);
    List<Place> given = task.find(path);
    JsonNode value =
        given.isEmpty()
            ? parameter.map(Parameter::defaultValue).orElse(null)
            : given.get(0).value();
    if (value != null && value.isNumber()) {
      return Optional.of(exactly(Numbers.of(value)));
    }
    return parameter.map(Parameter::shape).flatMap(Amount::range);
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

  /** {@code 8}, or {@code 3 to 15}. */
  @Override
  public String toString() {
    String least = minimum.toPlainString();
    return isExact() ? least : least + " to " + maximum.toPlainString();
  }
}
