package dev.callsheet.generator.schema;

import dev.callsheet.runtime.LengthUnit;
import dev.callsheet.runtime.MediaKind;
import dev.callsheet.spec.logic.Facet;
import dev.callsheet.spec.logic.FacetVisitor;
import dev.callsheet.spec.logic.JsonType;
import dev.callsheet.spec.logic.MediaSource;
import dev.callsheet.spec.logic.SchemaFragment;
import dev.callsheet.spec.logic.StringFormat;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Facets as the keywords of JSON Schema that they came from. */
final class FacetSchema implements FacetVisitor<ObjectNode> {
  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

  private final ObjectNode schema;

  private FacetSchema(ObjectNode schema) {
    this.schema = schema;
  }

  static ObjectNode of(SchemaFragment fragment) {
    ObjectNode schema = JSON.objectNode();
    add(fragment.facets(), schema);
    return schema;
  }

  /** Whether JSON Schema can say all of a fragment: it counts code points and no other units. */
  static boolean canExpress(SchemaFragment fragment) {
    return fragment.facets().stream().allMatch(FacetSchema::canExpress);
  }

  /** Whether JSON Schema can say all of a facet. */
  static boolean canExpress(Facet facet) {
    if (facet instanceof Facet.Length length) {
      return length.unit() == LengthUnit.CODE_POINTS;
    }
    return !(facet instanceof Facet.Nested nested) || canExpress(nested.fragment());
  }

  /** Adds the keywords of facets to a schema. */
  static void add(List<Facet> facets, ObjectNode schema) {
    FacetSchema visitor = new FacetSchema(schema);
    facets.forEach(facet -> facet.accept(visitor));
  }

  @Override
  public ObjectNode visitOfType(Facet.OfType facet) {
    return schema.put("type", facet.type().keyword());
  }

  @Override
  public ObjectNode visitOneOf(Facet.OneOf facet) {
    return facet.values().size() == 1
        ? schema.set("const", facet.values().get(0))
        : schema.set("enum", JSON.arrayNode().addAll(facet.values()));
  }

  @Override
  public ObjectNode visitRange(Facet.Range facet) {
    put(facet.minimumExclusive() ? "exclusiveMinimum" : "minimum", facet.minimum());
    put(facet.maximumExclusive() ? "exclusiveMaximum" : "maximum", facet.maximum());
    return schema;
  }

  @Override
  public ObjectNode visitMultipleOf(Facet.MultipleOf facet) {
    return schema.put("multipleOf", facet.divisor());
  }

  /** In code points; of another unit, what follows from it for these. */
  @Override
  public ObjectNode visitLength(Facet.Length facet) {
    Integer minimum = facet.minimum();
    int most = mostUnitsOfCodePoint(facet.unit());
    put("minLength", minimum == null ? null : (minimum + most - 1) / most);
    put("maxLength", facet.maximum());
    return schema;
  }

  private static int mostUnitsOfCodePoint(LengthUnit unit) {
    return switch (unit) {
      case CODE_POINTS -> 1;
      case UTF16 -> 2;
      case UTF8 -> 4;
    };
  }

  @Override
  public ObjectNode visitPattern(Facet.Pattern facet) {
    return schema.put("pattern", facet.regex());
  }

  /** Many validators ignore formats, so a pattern says the same. */
  @Override
  public ObjectNode visitFormat(Facet.Format facet) {
    String name = facet.name();
    schema.put("format", name.equals("uuid4") ? "uuid" : name);
    StringFormat.forKeyword(name)
        .flatMap(StringFormat::regex)
        .ifPresent(regex -> schema.put("pattern", regex));
    return schema;
  }

  @Override
  public ObjectNode visitAccepts(Facet.Accepts facet) {
    ArrayNode ways = JSON.arrayNode();
    facet.sources().forEach(source -> ways.add(mediaSourceSchema(source, facet.kind())));
    return addConstraint(JSON.objectNode().set("anyOf", ways));
  }

  @Override
  public ObjectNode visitItemCount(Facet.ItemCount facet) {
    put("minItems", facet.minimum());
    put("maxItems", facet.maximum());
    return schema;
  }

  @Override
  public ObjectNode visitMemberCount(Facet.MemberCount facet) {
    put("minProperties", facet.minimum());
    put("maxProperties", facet.maximum());
    return schema;
  }

  @Override
  public ObjectNode visitUniqueItems(Facet.UniqueItems facet) {
    return schema.put("uniqueItems", true);
  }

  @Override
  public ObjectNode visitContains(Facet.Contains facet) {
    return schema.set("contains", of(facet.fragment()));
  }

  @Override
  public ObjectNode visitNot(Facet.Not facet) {
    return addConstraint(JSON.objectNode().set("not", of(facet.fragment())));
  }

  @Override
  public ObjectNode visitHasMember(Facet.HasMember facet) {
    ObjectNode object = JSON.objectNode();
    object.put("type", JsonType.OBJECT.keyword());
    object.set("required", JSON.arrayNode().add(facet.name()));
    object.set("properties", JSON.objectNode().set(facet.name(), of(facet.fragment())));
    return addConstraint(object);
  }

  private static ObjectNode mediaSourceSchema(MediaSource source, @Nullable MediaKind kind) {
    ObjectNode way = JSON.objectNode();
    way.put("title", source.displayName());
    way.put("pattern", source.regex(kind));
    return way;
  }

  /** Adds keywords of which a schema may need several. */
  private ObjectNode addConstraint(ObjectNode constraint) {
    List<String> keywords = List.copyOf(constraint.propertyNames());
    boolean areFree = keywords.stream().noneMatch(schema::has);
    if (areFree) {
      schema.setAll(constraint);
    } else {
      schema.withArray("allOf").add(constraint);
    }
    return schema;
  }

  private void put(String keyword, @Nullable BigDecimal value) {
    if (value != null) {
      schema.put(keyword, value);
    }
  }

  private void put(String keyword, @Nullable Integer value) {
    if (value != null) {
      schema.put(keyword, value.intValue());
    }
  }
}
