package dev.callsheet.tests.differential;

import dev.callsheet.spec.logic.Facet;
import dev.callsheet.spec.logic.FacetPredicates;
import dev.callsheet.spec.logic.SchemaFragment;
import dev.callsheet.spec.model.Parameter;
import dev.callsheet.spec.model.Shape;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Values that fit a shape, save where rules between parameters object. */
final class RandomValues {
  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
  private static final List<String> MEDIA =
      List.of(
          "aac49721-1964-481a-ae78-8a4e29b91402",
          "https://assets.example.com/media/42?size=large#top",
          "HTTP://assets.example.com",
          "data:image/png;base64,iVBORw0KGgo=",
          "iVBORw0KGgo=");
  private static final List<String> TEXTS =
      List.of("a lighthouse at dusk", "ok", "夜の灯台", "#fc0", "acme:ink-wash@1");

  private final SplittableRandom random;

  RandomValues(SplittableRandom random) {
    this.random = random;
  }

  /** One of a list. */
  <T> T oneOf(List<T> list) {
    return list.get(random.nextInt(list.size()));
  }

  /** A value of that shape. */
  JsonNode of(Shape shape) {
    if (shape instanceof Shape.Choice choice) {
      return oneOf(choice.values());
    }
    if (shape instanceof Shape.Scalar scalar) {
      return scalar(scalar);
    }
    if (shape instanceof Shape.Sequence list) {
      return list(list);
    }
    if (shape instanceof Shape.Union union) {
      return of(oneOf(union.alternatives()).shape());
    }
    return shape instanceof Shape.Dictionary dictionary
        ? dictionary(dictionary)
        : object((Shape.Structure) shape);
  }

  /** A value of any type. */
  JsonNode anything() {
    return oneOf(EdgeCaseValues.valuesOfEveryType());
  }

  private ObjectNode dictionary(Shape.Dictionary dictionary) {
    Shape values = dictionary.values();
    ObjectNode object = JSON.objectNode();
    for (int i = 0; i < dictionary.minimum() + random.nextInt(2); i++) {
      object.set("any" + i, values == null ? anything() : of(values));
    }
    return object;
  }

  /** A list of so many items. */
  ArrayNode list(Shape.Sequence list, int size) {
    ArrayNode items = JSON.arrayNode();
    IntStream.range(0, size).forEach(i -> items.add(of(list.items())));
    return items;
  }

  private ArrayNode list(Shape.Sequence list) {
    Facet.ItemCount bounds = FacetLookup.items(list.facets());
    int minimum = bounds.minimum() == null ? 0 : bounds.minimum();
    int maximum = bounds.maximum() == null ? 3 : bounds.maximum();
    return list(list, random.nextInt(minimum, Math.min(maximum, minimum + 2) + 1));
  }

  private ObjectNode object(Shape.Structure structure) {
    ObjectNode object = JSON.objectNode();
    for (Parameter member : structure.members()) {
      if (member.required() || random.nextInt(3) == 0) {
        object.set(member.name(), of(member.shape()));
      }
    }
    return object;
  }

  private JsonNode scalar(Shape.Scalar scalar) {
    return switch (scalar.type()) {
      case BOOLEAN -> JSON.booleanNode(random.nextBoolean());
      case INTEGER, NUMBER -> number(scalar);
      default -> text(scalar.facets());
    };
  }

  private JsonNode number(Shape.Scalar scalar) {
    Facet.Range range = FacetLookup.range(scalar.facets());
    BigDecimal step = FacetLookup.step(scalar);
    BigDecimal minimum = range.minimum() == null ? BigDecimal.ZERO : range.minimum();
    BigDecimal maximum =
        range.maximum() == null ? minimum.add(step.multiply(BigDecimal.TEN)) : range.maximum();
    BigDecimal first = minimum.divide(step, 0, RoundingMode.CEILING);
    if (range.minimumExclusive()) {
      first = first.add(BigDecimal.ONE);
    }
    long steps = maximum.divide(step, 0, RoundingMode.FLOOR).subtract(first).longValue();
    BigDecimal value =
        first.add(BigDecimal.valueOf(random.nextLong(Math.max(steps, 1)))).multiply(step);
    return FacetLookup.number(value);
  }

  private JsonNode text(List<Facet> facets) {
    if (facets.stream().anyMatch(Facet.Accepts.class::isInstance)) {
      return JSON.stringNode(oneOf(MEDIA));
    }
    return JSON.stringNode(
        facets.stream()
            .filter(Facet.Format.class::isInstance)
            .findFirst()
            .map(format -> ((Facet.Format) format).name())
            .map(name -> name.startsWith("uuid") ? MEDIA.get(0) : MEDIA.get(1))
            .orElseGet(() -> oneOf(fitting(facets))));
  }

  private static List<String> fitting(List<Facet> facets) {
    Predicate<JsonNode> matches = FacetPredicates.of(new SchemaFragment(facets));
    List<String> fitting =
        TEXTS.stream().filter(text -> matches.test(JSON.stringNode(text))).toList();
    return fitting.isEmpty() ? TEXTS : fitting;
  }
}
