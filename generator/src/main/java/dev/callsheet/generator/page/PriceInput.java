package dev.callsheet.generator.page;

import dev.callsheet.spec.logic.Formula;
import dev.callsheet.spec.logic.ParameterPath;
import dev.callsheet.spec.model.Charge;
import dev.callsheet.spec.model.ChargeUnit;
import dev.callsheet.spec.model.ChargeUnitVisitor;
import dev.callsheet.spec.model.ModelSpec;
import dev.callsheet.spec.model.Parameter;
import dev.callsheet.spec.model.Pricing;
import dev.callsheet.spec.model.Shape;
import dev.callsheet.spec.model.ShapeVisitor;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/**
 * A parameter that a price list looks at, as a calculator asks for it.
 *
 * @param path of the parameter
 * @param kind what is asked for
 * @param choices the values to choose from, as JSON, each with its text; empty unless they are
 *     listed
 */
public record PriceInput(ParameterPath path, Kind kind, Map<String, String> choices) {
  /** What is asked for. */
  public enum Kind {
    /** One of the choices. */
    CHOICE,
    /** A number. */
    NUMBER,
    /** How many characters a text has. */
    TEXT,
    /** How many items a list has. */
    LIST
  }

  /** Those of a model's price list, in the order of the list; none where none is published. */
  public static List<PriceInput> of(ModelSpec model) {
    Pricing pricing = model.pricing();
    Set<ParameterPath> counted = new LinkedHashSet<>();
    Set<ParameterPath> texts = new LinkedHashSet<>();
    if (pricing != null) {
      for (Charge charge : pricing.charges()) {
        counted.addAll(charge.unit().accept(new CountedPaths(texts)));
        Stream.ofNullable(charge.multiplier()).forEach(counted::add);
      }
      pricing.conditions().map(Formula::parameters).forEach(counted::addAll);
    }
    return counted.stream()
        .flatMap(path -> of(model, path, texts.contains(path)).stream())
        .toList();
  }

  private static List<PriceInput> of(ModelSpec model, ParameterPath path, boolean isText) {
    ParameterPath named = path;
    while (!named.isRoot() && named.toString().endsWith("[]")) {
      named = named.parent();
    }
    return model
        .parameter(named)
        .map(Parameter::shape)
        .map(
            shape ->
                isText && shape instanceof Shape.Scalar
                    ? List.of(text(path))
                    : shape.accept(new OfShape(path)))
        .orElse(List.of());
  }

  private static PriceInput text(ParameterPath path) {
    return new PriceInput(path, Kind.TEXT, Map.of());
  }

  /** What a unit counts; texts, of which only the length counts, are named besides. */
  private record CountedPaths(Set<ParameterPath> texts)
      implements ChargeUnitVisitor<List<ParameterPath>> {
    @Override
    public List<ParameterPath> visitRequest(ChargeUnit.Request unit) {
      return List.of();
    }

    @Override
    public List<ParameterPath> visitSeconds(ChargeUnit.Seconds unit) {
      return Stream.of(Stream.ofNullable(unit.duration()), Stream.ofNullable(unit.media()))
          .flatMap(paths -> paths)
          .toList();
    }

    @Override
    public List<ParameterPath> visitItems(ChargeUnit.Items unit) {
      return List.of(unit.list());
    }

    @Override
    public List<ParameterPath> visitCharacters(ChargeUnit.Characters unit) {
      texts.add(unit.text());
      return List.of(unit.text());
    }

    @Override
    public List<ParameterPath> visitTokens(ChargeUnit.Tokens unit) {
      texts.add(unit.text());
      return List.of(unit.text());
    }

    @Override
    public List<ParameterPath> visitMegapixels(ChargeUnit.Megapixels unit) {
      return List.of(unit.width(), unit.height());
    }

    @Override
    public List<ParameterPath> visitUnshown(ChargeUnit.Unshown unit) {
      return List.of();
    }
  }

  /** What is asked for of a parameter with a shape; nothing where there is no choice. */
  private record OfShape(ParameterPath path) implements ShapeVisitor<List<PriceInput>> {
    @Override
    public List<PriceInput> visitScalar(Shape.Scalar shape) {
      return switch (shape.type()) {
        case INTEGER, NUMBER -> List.of(new PriceInput(path, Kind.NUMBER, Map.of()));
        case BOOLEAN -> choice(shape.listedValues());
        default -> given(JsonNodeFactory.instance.stringNode("x"));
      };
    }

    @Override
    public List<PriceInput> visitChoice(Shape.Choice shape) {
      return shape.isConstant() ? List.of() : choice(shape.values());
    }

    @Override
    public List<PriceInput> visitStructure(Shape.Structure shape) {
      return given(JsonNodeFactory.instance.objectNode());
    }

    @Override
    public List<PriceInput> visitDictionary(Shape.Dictionary shape) {
      return given(JsonNodeFactory.instance.objectNode());
    }

    @Override
    public List<PriceInput> visitSequence(Shape.Sequence shape) {
      return List.of(new PriceInput(path, Kind.LIST, Map.of()));
    }

    /** By the first form that is asked for in some way. */
    @Override
    public List<PriceInput> visitUnion(Shape.Union shape) {
      return shape.variants().stream()
          .map(variant -> variant.accept(this))
          .filter(inputs -> !inputs.isEmpty())
          .findFirst()
          .orElse(List.of());
    }

    private List<PriceInput> choice(List<JsonNode> values) {
      Map<String, String> choices = new LinkedHashMap<>();
      values.forEach(value -> choices.put(value.toString(), JsonText.plain(value)));
      return List.of(new PriceInput(path, Kind.CHOICE, choices));
    }

    private List<PriceInput> given(JsonNode value) {
      return List.of(new PriceInput(path, Kind.CHOICE, Map.of(value.toString(), "given")));
    }
  }
}
