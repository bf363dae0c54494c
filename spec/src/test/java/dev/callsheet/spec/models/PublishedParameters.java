package dev.callsheet.spec.models;

import dev.callsheet.spec.logic.Facet;
import dev.callsheet.spec.logic.JsonType;
import dev.callsheet.spec.logic.MediaSource;
import dev.callsheet.spec.model.Parameter;
import dev.callsheet.spec.model.ParameterMetadata;
import dev.callsheet.spec.model.Shape;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** The parameters of a spec as their page would state them: place to attributes, in order. */
final class PublishedParameters {
  private static final Map<String, String> SECTIONS =
      Map.of(
          "api-options", "API Options",
          "inputs", "Inputs",
          "core", "Core Parameters",
          "provider-settings", "Provider Settings");

  private static final Map<String, String> FORMATS = Map.of("uuid4", "UUID v4", "uri", "URI");

  private static final Map<MediaSource, String> SOURCES =
      Map.of(
          MediaSource.UUID, "UUID",
          MediaSource.URL, "URL",
          MediaSource.DATA_URI, "Data URI",
          MediaSource.BASE64, "Base64");

  private final Map<String, Map<String, Object>> stated = new LinkedHashMap<>();
  private final List<Parameter> parameters = new ArrayList<>();

  private PublishedParameters(Shape.Structure structure) {
    for (Parameter member : structure.members()) {
      String section = member.metadata().section();
      visit(member, section == null ? null : SECTIONS.getOrDefault(section, section), null);
    }
  }

  /** Every parameter's attributes, by its place. */
  static Map<String, Map<String, Object>> of(Shape.Structure structure) {
    return new PublishedParameters(structure).stated;
  }

  /** Every parameter, however deep, in order. */
  static List<Parameter> flatten(Shape.Structure structure) {
    return new PublishedParameters(structure).parameters;
  }

  /** A path as a page writes it. */
  static String place(dev.callsheet.spec.logic.ParameterPath path) {
    return path.toString().replace("[]", "");
  }

  private void visit(Parameter parameter, @Nullable String section, @Nullable Integer alternative) {
    Map<String, Object> attributes = attributes(parameter);
    if (section != null) {
      attributes.put("section", section);
    }
    if (alternative != null) {
      attributes.put("alternative", alternative);
    }
    parameters.add(parameter);
    stated.put(place(parameter.path()), attributes);
    descend(parameter.shape(), section, null);
  }

  private void descend(Shape shape, @Nullable String section, @Nullable Integer alternative) {
    if (shape instanceof Shape.Structure structure) {
      structure.members().forEach(member -> visit(member, section, alternative));
    } else if (shape instanceof Shape.Sequence sequence) {
      descend(sequence.items(), section, alternative);
    } else if (shape instanceof Shape.Union union) {
      for (int i = 0; i < union.alternatives().size(); i++) {
        descend(union.alternatives().get(i).shape(), section, i + 1);
      }
    }
  }

  private static Map<String, Object> attributes(Parameter parameter) {
    Map<String, Object> found = new LinkedHashMap<>();
    found.put("type", type(parameter.shape()));
    if (parameter.required()) {
      found.put("required", true);
    }
    addShape(parameter.shape(), parameter.required(), found);
    JsonNode defaultValue = parameter.defaultValue();
    if (defaultValue != null) {
      found.put("default", plain(defaultValue));
    }
    addNotes(parameter.metadata(), found);
    return found;
  }

  private static String type(Shape shape) {
    if (shape instanceof Shape.Scalar scalar) {
      return scalar.type() == JsonType.NUMBER ? "float" : scalar.type().keyword();
    }
    if (shape instanceof Shape.Choice choice) {
      return choice.values().stream()
          .map(value -> value.isString() ? "string" : "integer")
          .distinct()
          .reduce((one, other) -> one + " or " + other)
          .orElseThrow();
    }
    if (shape instanceof Shape.Structure structure) {
      return "object (" + structure.members().size() + " properties)";
    }
    if (shape instanceof Shape.Sequence sequence) {
      return "array of " + items(sequence.items());
    }
    return String.join(
        " or ",
        ((Shape.Union) shape).alternatives().stream().map(one -> type(one.shape())).toList());
  }

  private static String items(Shape shape) {
    if (shape instanceof Shape.Union union) {
      return String.join(
          " or ",
          union.alternatives().stream()
              .map(one -> one.shape() instanceof Shape.Structure ? "objects" : items(one.shape()))
              .toList());
    }
    return type(shape).replaceFirst("^\\w+", "$0s");
  }

  private static void addShape(Shape shape, boolean required, Map<String, Object> found) {
    if (shape instanceof Shape.Scalar scalar) {
      scalar.facets().forEach(facet -> addFacet(facet, found));
    } else if (shape instanceof Shape.Sequence sequence) {
      sequence.facets().forEach(facet -> addFacet(facet, found));
      addShape(sequence.items(), false, found);
    } else if (shape instanceof Shape.Union union) {
      union.alternatives().forEach(alternative -> addShape(alternative.shape(), false, found));
    } else if (shape instanceof Shape.Choice choice) {
      addChoice(choice, required, found);
    }
  }

  /** A constant that may be left out is a choice after all, and published as one. */
  private static void addChoice(Shape.Choice choice, boolean required, Map<String, Object> found) {
    if (choice.isConstant() && required) {
      found.put("value", plain(choice.values().get(0)));
      return;
    }
    found.put("allowed", choice.values().stream().map(PublishedParameters::plain).toList());
    List<Object> explained =
        choice.options().stream()
            .filter(option -> !option.description().isBlank())
            .map(option -> plain(option.value()))
            .toList();
    if (!explained.isEmpty()) {
      found.put("explained", explained);
    }
  }

  private static void addFacet(Facet facet, Map<String, Object> found) {
    if (facet instanceof Facet.Range range) {
      addBounds(integer(range.minimum()), integer(range.maximum()), found);
    } else if (facet instanceof Facet.Length length) {
      addBounds(length.minimum(), length.maximum(), found);
    } else if (facet instanceof Facet.MultipleOf step) {
      found.put("step", step.divisor().intValueExact());
    } else if (facet instanceof Facet.Format format) {
      found.put("format", FORMATS.getOrDefault(format.name(), format.name()));
    } else if (facet instanceof Facet.Accepts accepts) {
      found.put("accepts", accepts.sources().stream().map(SOURCES::get).toList());
    } else if (facet instanceof Facet.ItemCount items && items.maximum() != null) {
      found.put("most items", items.maximum());
    } else {
      found.put(facet.toString(), "that no page states");
    }
  }

  private static void addBounds(
      @Nullable Integer minimum, @Nullable Integer maximum, Map<String, Object> found) {
    if (minimum != null) {
      found.put("min", minimum);
    }
    if (maximum != null) {
      found.put("max", maximum);
    }
  }

  private static void addNotes(ParameterMetadata notes, Map<String, Object> found) {
    if (notes.unit() != null) {
      found.put("unit", notes.unit());
    }
    if (notes.media() != null) {
      found.put("media", notes.media());
    }
    if (notes.pairedWith() != null) {
      found.put("paired with", notes.pairedWith());
    }
    if (!notes.links().isEmpty()) {
      Map<String, String> links = new LinkedHashMap<>();
      notes.links().forEach(link -> links.put(link.title(), link.url().toString()));
      found.put("links", links);
    }
    notes.documentedAttributes().forEach((keyword, value) -> found.put(keyword, plain(value)));
  }

  private static @Nullable Integer integer(@Nullable BigDecimal number) {
    return number == null ? null : number.intValueExact();
  }

  private static Object plain(JsonNode value) {
    return switch (value.getNodeType()) {
      case NUMBER -> value.decimalValue().intValueExact();
      case BOOLEAN -> value.booleanValue();
      default -> value.asString();
    };
  }
}
