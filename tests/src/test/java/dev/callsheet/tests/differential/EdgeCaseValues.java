package dev.callsheet.tests.differential;

import dev.callsheet.spec.logic.Facet;
import dev.callsheet.spec.logic.JsonType;
import dev.callsheet.spec.model.Shape;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/** Values at and around what a shape allows: bounds and their neighbours, forms nearly right. */
final class EdgeCaseValues {
  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

  /** What texts of all formats look like, and what looks like them. */
  private static final List<String> FORMATTED =
      List.of(
          "AAC49721-1964-481A-AE78-8A4E29B91402",
          "aac49721-1964-781a-ae78-8a4e29b91402",
          "aac49721-1964-481a-ce78-8a4e29b91402",
          "00000000-0000-0000-0000-000000000000",
          "aac497211964481aae788a4e29b91402",
          "{aac49721-1964-481a-ae78-8a4e29b91402}",
          "https://assets.example.com:8443/a%20b.png",
          "https://[2001:db8::1]/a.png",
          "https://",
          "https:///a.png",
          "https:a.png",
          "https://assets.example.com/a b.png",
          "https://assets.example.com/ä.png",
          "https://assets.example.com/{id}.png",
          "https://assets.example.com/a|b.png",
          "https://assets.example.com/100%.png",
          "https://assets.example.com/a[0].png",
          "https://assets.example.com/a?b[]=c",
          "https://assets.example.com/a#b#c",
          "https://assets.example.com?a#b",
          "https://user@assets.example.com",
          "https://assets.example.com:port/a.png",
          "//assets.example.com/a.png",
          "ftp://assets.example.com/a.png",
          "s3://bucket/a.png",
          "mailto:press@example.com",
          "urn:uuid:aac49721-1964-481a-ae78-8a4e29b91402",
          "data:image/png;base64,iVBORw0KGgo=",
          "data:image/svg+xml;charset=utf-8;base64,PHN2Zy8+",
          "data:image/png,%89PNG",
          "data:text/plain;base64,iVBO=w0K",
          "iVBORw0KGgo=",
          "iVBO=Rw0KGgo",
          "====",
          "iVBORw0K Ggo=",
          "assets.example.com/a.png",
          "#FFCC00",
          "#fffff",
          "acme:",
          ":acme",
          "acme:ink:wash",
          "",
          "a",
          "\n",
          "<<<element_1>>>");

  /** Longer texts take time to make and to read; requests at the limits of specs have them. */
  private static final int MAX_LENGTH = 100_000;

  private EdgeCaseValues() {}

  /** Values worth trying in place of one of that shape. */
  static List<JsonNode> valuesNear(Shape shape, RandomValues samples) {
    List<JsonNode> values = new ArrayList<>(valuesOfEveryType());
    if (shape instanceof Shape.Choice choice) {
      choice.values().forEach(value -> values.addAll(near(value)));
    } else if (shape instanceof Shape.Scalar scalar) {
      values.addAll(scalar.type() == JsonType.STRING ? texts(scalar.facets()) : numbers(scalar));
    } else if (shape instanceof Shape.Sequence list) {
      sizes(list).forEach(size -> values.add(samples.list(list, size)));
    } else if (shape instanceof Shape.Dictionary dictionary && dictionary.values() != null) {
      valuesNear(dictionary.values(), samples)
          .forEach(value -> values.add(JSON.objectNode().set("near", value)));
    } else if (shape instanceof Shape.Union union) {
      union.alternatives().forEach(form -> values.addAll(valuesNear(form.shape(), samples)));
    }
    return values;
  }

  /** One value of each type, wrong in most places. */
  static List<JsonNode> valuesOfEveryType() {
    return List.of(
        JSON.nullNode(),
        JSON.booleanNode(true),
        JSON.booleanNode(false),
        JSON.numberNode(0),
        JSON.numberNode(new BigDecimal("1.5")),
        JSON.stringNode("text"),
        JSON.arrayNode(),
        JSON.arrayNode().add("text"),
        JSON.objectNode(),
        JSON.objectNode().put("unheardOf", 1));
  }

  private static List<JsonNode> near(JsonNode value) {
    List<JsonNode> values = new ArrayList<>(List.of(value));
    if (value.isString()) {
      String text = value.stringValue();
      values.add(JSON.stringNode(text.toLowerCase(Locale.ROOT)));
      values.add(JSON.stringNode(text + " "));
    } else if (value.isNumber()) {
      BigDecimal number = value.decimalValue();
      values.add(JSON.numberNode(number.setScale(Math.max(number.scale(), 0) + 1)));
      values.add(FacetLookup.number(number.add(BigDecimal.ONE)));
      values.add(JSON.stringNode(value.toString()));
    }
    return values;
  }

  private static List<JsonNode> numbers(Shape.Scalar scalar) {
    if (scalar.type() == JsonType.BOOLEAN) {
      return List.of(JSON.stringNode("true"));
    }
    Facet.Range range = FacetLookup.range(scalar.facets());
    BigDecimal step = FacetLookup.step(scalar);
    List<JsonNode> values = new ArrayList<>();
    for (@Nullable BigDecimal bound : new BigDecimal[] {range.minimum(), range.maximum()}) {
      if (bound != null) {
        values.add(FacetLookup.number(bound));
        values.add(JSON.numberNode(bound.setScale(Math.max(bound.scale(), 0) + 1)));
        values.add(FacetLookup.number(bound.subtract(step)));
        values.add(FacetLookup.number(bound.add(step)));
        values.add(FacetLookup.number(bound.add(step.divide(BigDecimal.valueOf(2)))));
        values.add(JSON.stringNode(bound.toPlainString()));
      }
    }
    for (String number : List.of("0.07", "0.29", "0.57", "1.1", "-1", "1E+2", "1e-9", "1e18")) {
      values.add(JSON.numberNode(new BigDecimal(number)));
    }
    return values;
  }

  private static List<JsonNode> texts(List<Facet> facets) {
    List<JsonNode> values = new ArrayList<>();
    FORMATTED.forEach(text -> values.add(JSON.stringNode(text)));
    Facet.Length length = FacetLookup.length(facets);
    for (@Nullable Integer bound : new Integer[] {length.minimum(), length.maximum()}) {
      if (bound != null && bound <= MAX_LENGTH) {
        for (int characters = Math.max(bound - 1, 0); characters <= bound + 1; characters++) {
          values.add(JSON.stringNode("x".repeat(characters)));
          values.add(JSON.stringNode("é".repeat(characters)));
          values.add(JSON.stringNode("😀".repeat(characters)));
        }
      }
    }
    return values;
  }

  private static List<Integer> sizes(Shape.Sequence list) {
    Facet.ItemCount bounds = FacetLookup.items(list.facets());
    List<Integer> sizes = new ArrayList<>();
    for (@Nullable Integer bound : new Integer[] {bounds.minimum(), bounds.maximum(), 1}) {
      if (bound != null) {
        sizes.addAll(List.of(Math.max(bound - 1, 0), bound, bound + 1));
      }
    }
    return sizes;
  }
}
