package dev.callsheet.generator.schema;

import dev.callsheet.spec.logic.Facet;
import dev.callsheet.spec.logic.JsonType;
import dev.callsheet.spec.logic.MediaSource;
import dev.callsheet.spec.logic.SchemaFragment;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Facets as the keywords of JSON Schema that they came from. */
final class FacetSchema {
  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

  private FacetSchema() {}

  static ObjectNode of(SchemaFragment fragment) {
    ObjectNode schema = JSON.objectNode();
    fragment.facets().forEach(facet -> add(facet, schema));
    return schema;
  }

  static void add(Facet facet, ObjectNode schema) {
    if (facet instanceof Facet.OfType ofType) {
      schema.put("type", ofType.type().keyword());
    } else if (facet instanceof Facet.OneOf oneOf) {
      addValues(oneOf, schema);
    } else if (facet instanceof Facet.Range range) {
      put(schema, range.minimumExclusive() ? "exclusiveMinimum" : "minimum", range.minimum());
      put(schema, range.maximumExclusive() ? "exclusiveMaximum" : "maximum", range.maximum());
    } else if (facet instanceof Facet.MultipleOf step) {
      put(schema, "multipleOf", step.divisor());
    } else if (facet instanceof Facet.Length length) {
      put(schema, "minLength", length.minimum());
      put(schema, "maxLength", length.maximum());
    } else if (facet instanceof Facet.Pattern pattern) {
      schema.put("pattern", pattern.regex());
    } else if (facet instanceof Facet.Format format) {
      addFormat(format.name(), schema);
    } else if (facet instanceof Facet.Accepts accepts) {
      ArrayNode ways = JSON.arrayNode();
      accepts.sources().forEach(source -> ways.add(mediaSourceSchema(source)));
      addConstraint(schema, JSON.objectNode().set("anyOf", ways));
    } else if (facet instanceof Facet.ItemCount items) {
      put(schema, "minItems", items.minimum());
      put(schema, "maxItems", items.maximum());
    } else if (facet instanceof Facet.UniqueItems) {
      schema.put("uniqueItems", true);
    } else if (facet instanceof Facet.Contains contains) {
      schema.set("contains", of(contains.fragment()));
    } else if (facet instanceof Facet.Not not) {
      addConstraint(schema, JSON.objectNode().set("not", of(not.fragment())));
    } else if (facet instanceof Facet.HasMember member) {
      ObjectNode inside = JSON.objectNode();
      inside.put("type", JsonType.OBJECT.keyword());
      inside.set("required", JSON.arrayNode().add(member.name()));
      inside.set("properties", JSON.objectNode().set(member.name(), of(member.fragment())));
      addConstraint(schema, inside);
    }
  }

  private static void addValues(Facet.OneOf oneOf, ObjectNode schema) {
    if (oneOf.values().size() == 1) {
      schema.set("const", oneOf.values().get(0));
    } else {
      schema.set("enum", JSON.arrayNode().addAll(oneOf.values()));
    }
  }

  /** Formats are hints that many validators ignore, so what they demand is said once more. */
  private static void addFormat(String name, ObjectNode schema) {
    schema.put("format", name.equals("uuid4") ? "uuid" : name);
    if (name.equals("uuid4")) {
      schema.put(
          "pattern",
          "^[0-9a-fA-F]{8}-[0-9a-fA-F]{4}-4[0-9a-fA-F]{3}-[89abAB][0-9a-fA-F]{3}-[0-9a-fA-F]{12}$");
    } else if (name.equals("uuid")) {
      schema.put("pattern", MediaSource.UUID.regex());
    } else if (name.equals("uri")) {
      schema.put("pattern", "^[A-Za-z][A-Za-z0-9+.-]*:(?!\\/\\/$)[!-~]+$");
    }
  }

  private static ObjectNode mediaSourceSchema(MediaSource source) {
    ObjectNode way = JSON.objectNode();
    way.put("title", source.displayName());
    way.put("pattern", source.regex());
    return way;
  }

  /** Adds a demand that may stand more than once in a schema. */
  private static void addConstraint(ObjectNode schema, ObjectNode demand) {
    List<String> keywords = List.copyOf(demand.propertyNames());
    boolean free = keywords.stream().noneMatch(schema::has);
    if (free) {
      schema.setAll(demand);
    } else {
      schema.withArray("allOf").add(demand);
    }
  }

  private static void put(ObjectNode schema, String keyword, @Nullable BigDecimal value) {
    if (value != null) {
      schema.put(keyword, value);
    }
  }

  private static void put(ObjectNode schema, String keyword, @Nullable Integer value) {
    if (value != null) {
      schema.put(keyword, value.intValue());
    }
  }
}
