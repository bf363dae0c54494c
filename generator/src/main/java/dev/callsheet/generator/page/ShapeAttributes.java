package dev.callsheet.generator.page;

import dev.callsheet.runtime.LengthUnit;
import dev.callsheet.spec.logic.Facet;
import dev.callsheet.spec.logic.FacetVisitor;
import dev.callsheet.spec.logic.MediaSource;
import dev.callsheet.spec.model.Shape;
import dev.callsheet.spec.model.ShapeVisitor;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What is demanded of a value, one by one. Those of a list have those of its items behind them;
 * forms of a union, members of an object, and allowed values are shown by themselves.
 */
final class ShapeAttributes implements ShapeVisitor<Stream<ParameterAttribute>> {
  private static final ShapeAttributes ATTRIBUTES = new ShapeAttributes();
  private static final FacetVisitor<List<ParameterAttribute>> OF_FACET = new OfFacet();

  private static final Map<String, String> FORMATS =
      Map.of("uuid", "UUID", "uuid4", "UUID v4", "uri", "URI", "date-time", "RFC 3339 date-time");

  private ShapeAttributes() {}

  /** All of them, the type first. */
  static List<ParameterAttribute> of(Shape shape) {
    List<ParameterAttribute> all = new ArrayList<>();
    all.add(new ParameterAttribute("type", TypeText.of(shape)));
    shape.accept(ATTRIBUTES).forEach(all::add);
    return all;
  }

  @Override
  public Stream<ParameterAttribute> visitScalar(Shape.Scalar shape) {
    return ofFacets(shape);
  }

  @Override
  public Stream<ParameterAttribute> visitChoice(Shape.Choice shape) {
    return Stream.empty();
  }

  @Override
  public Stream<ParameterAttribute> visitStructure(Shape.Structure shape) {
    return ofFacets(shape);
  }

  @Override
  public Stream<ParameterAttribute> visitDictionary(Shape.Dictionary shape) {
    Shape values = shape.values();
    String type = values == null ? "anything" : TypeText.of(values);
    return Stream.concat(
        Stream.of(new ParameterAttribute("additionalProperties", type)), ofFacets(shape));
  }

  @Override
  public Stream<ParameterAttribute> visitSequence(Shape.Sequence shape) {
    return Stream.concat(ofFacets(shape), shape.items().accept(this));
  }

  @Override
  public Stream<ParameterAttribute> visitUnion(Shape.Union shape) {
    return Stream.empty();
  }

  private static Stream<ParameterAttribute> ofFacets(Shape shape) {
    return shape.facets().stream().flatMap(facet -> facet.accept(OF_FACET).stream());
  }

  private static final class OfFacet implements FacetVisitor<List<ParameterAttribute>> {
    /** It is said by the type. */
    @Override
    public List<ParameterAttribute> visitOfType(Facet.OfType facet) {
      return List.of();
    }

    @Override
    public List<ParameterAttribute> visitOneOf(Facet.OneOf facet) {
      return one(
          "enum", facet.values().stream().map(JsonText::plain).collect(Collectors.joining(", ")));
    }

    @Override
    public List<ParameterAttribute> visitRange(Facet.Range facet) {
      return bounds(
          facet.minimumExclusive() ? "exclusiveMinimum" : "minimum",
          number(facet.minimum()),
          facet.maximumExclusive() ? "exclusiveMaximum" : "maximum",
          number(facet.maximum()));
    }

    @Override
    public List<ParameterAttribute> visitMultipleOf(Facet.MultipleOf facet) {
      return one("multipleOf", facet.divisor().toPlainString());
    }

    @Override
    public List<ParameterAttribute> visitLength(Facet.Length facet) {
      List<ParameterAttribute> all =
          bounds("minLength", facet.minimum(), "maxLength", facet.maximum());
      if (facet.unit() != LengthUnit.CODE_POINTS) {
        all.add(new ParameterAttribute("lengthIn", facet.unit().noun() + "s"));
      }
      return all;
    }

    @Override
    public List<ParameterAttribute> visitPattern(Facet.Pattern facet) {
      return one("pattern", facet.regex());
    }

    @Override
    public List<ParameterAttribute> visitFormat(Facet.Format facet) {
      return one("format", FORMATS.getOrDefault(facet.name(), facet.name()));
    }

    @Override
    public List<ParameterAttribute> visitAccepts(Facet.Accepts facet) {
      return one(
          "accepts", facet.sources().stream().map(OfFacet::name).collect(Collectors.joining(", ")));
    }

    @Override
    public List<ParameterAttribute> visitItemCount(Facet.ItemCount facet) {
      return bounds("minItems", facet.minimum(), "maxItems", facet.maximum());
    }

    @Override
    public List<ParameterAttribute> visitMemberCount(Facet.MemberCount facet) {
      return bounds("minProperties", facet.minimum(), "maxProperties", facet.maximum());
    }

    @Override
    public List<ParameterAttribute> visitUniqueItems(Facet.UniqueItems facet) {
      return one("uniqueItems", "true");
    }

    @Override
    public List<ParameterAttribute> visitContains(Facet.Contains facet) {
      return one("contains", "an item that " + FragmentText.indicative(facet.fragment()));
    }

    @Override
    public List<ParameterAttribute> visitNot(Facet.Not facet) {
      return one("not", "a value that " + FragmentText.indicative(facet.fragment()));
    }

    @Override
    public List<ParameterAttribute> visitHasMember(Facet.HasMember facet) {
      return one("properties", facet.name() + " " + FragmentText.indicative(facet.fragment()));
    }

    private static String name(MediaSource source) {
      return switch (source) {
        case UUID -> "UUID";
        case URL -> "URL";
        case DATA_URI -> "Data URI";
        case BASE64 -> "Base64";
      };
    }

    private static @Nullable String number(@Nullable BigDecimal number) {
      return number == null ? null : number.toPlainString();
    }

    private static List<ParameterAttribute> one(String keyword, String value) {
      return List.of(new ParameterAttribute(keyword, value));
    }

    private static List<ParameterAttribute> bounds(
        String lower, @Nullable Object minimum, String upper, @Nullable Object maximum) {
      List<ParameterAttribute> bounds = new ArrayList<>();
      if (minimum != null) {
        bounds.add(new ParameterAttribute(lower, minimum.toString()));
      }
      if (maximum != null) {
        bounds.add(new ParameterAttribute(upper, maximum.toString()));
      }
      return bounds;
    }
  }
}
