package dev.callsheet.linter.internal.repair;

import dev.callsheet.spec.logic.Facet;
import dev.callsheet.spec.logic.JsonType;
import dev.callsheet.spec.logic.MediaSource;
import dev.callsheet.spec.model.Parameter;
import dev.callsheet.spec.model.Shape;
import java.math.BigDecimal;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Values that are right for a shape and mean nothing: they stand for those that only the author of
 * a request knows, to see what would follow from them, and never leave this package.
 */
final class SampleValue {
  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
  private static final String UUID = "7c9e6679-7425-40de-944b-e07fc1f90ae7";

  private SampleValue() {}

  static JsonNode of(Shape shape) {
    if (shape instanceof Shape.Choice choice) {
      return choice.options().get(0).value();
    }
    if (shape instanceof Shape.Scalar scalar) {
      return scalar(scalar);
    }
    if (shape instanceof Shape.Sequence list) {
      ArrayNode items = JSON.arrayNode();
      int least = 1;
      for (Facet facet : list.facets()) {
        Integer minimum = facet instanceof Facet.ItemCount bounds ? bounds.minimum() : null;
        least = minimum == null ? least : Math.max(least, Math.min(minimum, 100));
      }
      for (int i = 0; i < least; i++) {
        items.add(of(list.items()));
      }
      return items;
    }
    if (shape instanceof Shape.Union union) {
      return of(union.alternatives().get(0).shape());
    }
    ObjectNode object = JSON.objectNode();
    ((Shape.Structure) shape)
        .members().stream()
            .filter(Parameter::required)
            .forEach(member -> object.set(member.name(), of(member.shape())));
    return object;
  }

  private static JsonNode scalar(Shape.Scalar scalar) {
    return switch (scalar.type()) {
      case BOOLEAN -> JSON.booleanNode(true);
      case INTEGER, NUMBER -> number(scalar);
      default -> JSON.stringNode(text(scalar.facets()));
    };
  }

  private static JsonNode number(Shape.Scalar scalar) {
    BigDecimal step = scalar.type() == JsonType.INTEGER ? BigDecimal.ONE : new BigDecimal("0.5");
    BigDecimal number = BigDecimal.ONE;
    for (Facet facet : scalar.facets()) {
      step = facet instanceof Facet.MultipleOf every ? every.divisor() : step;
    }
    for (Facet facet : scalar.facets()) {
      if (facet instanceof Facet.Range range && range.minimum() != null) {
        number = StepRounding.roundUp(range.minimum(), step);
      } else if (facet instanceof Facet.OneOf oneOf) {
        return oneOf.values().get(0);
      }
    }
    return StepRounding.toJson(StepRounding.roundUp(number, step));
  }

  private static String text(List<Facet> facets) {
    String text = "sample text";
    for (Facet facet : facets) {
      if (facet instanceof Facet.OneOf oneOf && oneOf.values().get(0).isString()) {
        return oneOf.values().get(0).stringValue();
      } else if (facet instanceof Facet.Accepts accepts) {
        return accepts.sources().contains(MediaSource.UUID) ? UUID : "https://example.com/media";
      } else if (facet instanceof Facet.Format format) {
        return switch (format.name()) {
          case "uri" -> "https://example.com/";
          case "date-time" -> "2026-01-01T00:00:00Z";
          default -> UUID;
        };
      } else if (facet instanceof Facet.Length length) {
        Integer minimum = length.minimum();
        Integer maximum = length.maximum();
        if (minimum != null && minimum > text.length() && minimum < 100_000) {
          text = "x".repeat(minimum);
        } else if (maximum != null && maximum < text.length()) {
          text = text.substring(0, maximum);
        }
      }
    }
    return text;
  }
}
