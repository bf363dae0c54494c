package dev.callsheet.spec.price;

import dev.callsheet.runtime.Amount;
import dev.callsheet.spec.logic.Facet;
import dev.callsheet.spec.logic.JsonType;
import dev.callsheet.spec.logic.ParameterPath;
import dev.callsheet.spec.model.ModelSpec;
import dev.callsheet.spec.model.Parameter;
import dev.callsheet.spec.model.Shape;
import dev.callsheet.spec.model.ShapeVisitor;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.function.ToLongFunction;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/** What is counted where a request gives nothing, or nothing that can be counted. */
public final class AbsentValues {
  /** The numbers of one shape; an empty range where they have no bounds. */
  private static final ShapeVisitor<Stream<Optional<Amount>>> NUMBERS =
      new ShapeVisitor.Default<>() {
        @Override
        protected Stream<Optional<Amount>> visitOther(Shape shape) {
          return Stream.empty();
        }

        @Override
        public Stream<Optional<Amount>> visitScalar(Shape.Scalar scalar) {
          boolean isNumber = scalar.type() == JsonType.INTEGER || scalar.type() == JsonType.NUMBER;
          return isNumber
              ? Stream.of(
                  scalar.facets().stream().flatMap(facet -> bounds(facet).stream()).findFirst())
              : Stream.empty();
        }

        @Override
        public Stream<Optional<Amount>> visitChoice(Shape.Choice choice) {
          return choice.values().stream()
              .filter(JsonNode::isNumber)
              .map(value -> Optional.of(Amount.exactly(value.decimalValue())));
        }
      };

  private AbsentValues() {}

  /** For a number that is not provided: its default, else the range of its values. */
  public static Optional<Amount> number(ModelSpec model, ParameterPath path) {
    return defaultValue(model, path)
        .filter(JsonNode::isNumber)
        .map(value -> Amount.exactly(value.decimalValue()))
        .or(() -> range(model, path));
  }

  /** For a factor that is not provided: as a number, or 1 where its values have no range. */
  public static Amount factor(ModelSpec model, ParameterPath path) {
    return number(model, path).orElse(Amount.ONE);
  }

  /** For a list that is not provided: the items of its default, or none. */
  public static Amount items(ModelSpec model, ParameterPath path) {
    return sum(model, path, item -> 1);
  }

  /** For a text that is not provided: the characters of its default, or none. */
  public static Amount characters(ModelSpec model, ParameterPath path) {
    return sum(model, path, text -> text.asString("").codePoints().count());
  }

  /** For a text that is not provided: the bytes of its default in UTF-8, or none. */
  public static Amount bytes(ModelSpec model, ParameterPath path) {
    return sum(model, path, text -> text.asString("").getBytes(StandardCharsets.UTF_8).length);
  }

  /** For a value that is not a number, such as {@code auto}: the range of the numbers it may be. */
  public static Optional<Amount> range(ModelSpec model, ParameterPath path) {
    List<Optional<Amount>> ranges =
        model.parameter(path).stream()
            .flatMap(parameter -> parameter.shape().variants().stream())
            .flatMap(variant -> variant.accept(NUMBERS))
            .toList();
    return ranges.stream()
        .reduce((one, other) -> one.flatMap(a -> other.map(b -> union(a, b))))
        .flatMap(range -> range);
  }

  private static Optional<Amount> bounds(Facet facet) {
    return facet instanceof Facet.Range range && range.minimum() != null && range.maximum() != null
        ? Optional.of(new Amount(range.minimum(), range.maximum()))
        : Optional.empty();
  }

  private static Amount union(Amount one, Amount other) {
    return new Amount(one.minimum().min(other.minimum()), one.maximum().max(other.maximum()));
  }

  private static Optional<JsonNode> defaultValue(ModelSpec model, ParameterPath path) {
    return model.parameter(path).map(Parameter::defaultValue).filter(value -> !value.isNull());
  }

  private static Amount sum(
      ModelSpec model, ParameterPath path, ToLongFunction<JsonNode> countOfItem) {
    Stream<JsonNode> items =
        defaultValue(model, path).stream()
            .flatMap(value -> value.isArray() ? value.valueStream() : Stream.of(value));
    return Amount.exactly(BigDecimal.valueOf(items.mapToLong(countOfItem).sum()));
  }
}
