package dev.callsheet.tests.differential;

import dev.callsheet.spec.logic.Facet;
import dev.callsheet.spec.logic.JsonType;
import dev.callsheet.spec.model.Shape;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/** The bounds among facets. */
final class FacetLookup {
  private FacetLookup() {}

  static Facet.Range range(List<Facet> facets) {
    return first(facets, Facet.Range.class).orElse(new Facet.Range(null, false, null, false));
  }

  static Facet.Length length(List<Facet> facets) {
    return first(facets, Facet.Length.class).orElse(new Facet.Length(null, null));
  }

  static Facet.ItemCount items(List<Facet> facets) {
    return first(facets, Facet.ItemCount.class).orElse(new Facet.ItemCount(null, null));
  }

  /** How far apart values are; 1 for integers of any value. */
  static BigDecimal step(Shape.Scalar scalar) {
    return first(scalar.facets(), Facet.MultipleOf.class)
        .map(Facet.MultipleOf::divisor)
        .orElse(scalar.type() == JsonType.INTEGER ? BigDecimal.ONE : new BigDecimal("0.25"));
  }

  /** The number as a parser gives it: whole where it has no fraction. */
  static JsonNode number(BigDecimal value) {
    BigDecimal plain = value.stripTrailingZeros();
    return plain.scale() <= 0
        ? JsonNodeFactory.instance.numberNode(plain.toBigIntegerExact())
        : JsonNodeFactory.instance.numberNode(plain);
  }

  private static <F extends Facet> Optional<F> first(List<Facet> facets, Class<F> type) {
    return facets.stream().filter(type::isInstance).map(type::cast).findFirst();
  }
}
