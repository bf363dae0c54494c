package dev.callsheet.importer.internal.spec;

import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Puts what a documentation page says to people into the spec of a published schema: who the model
 * is, sections, units and defaults of parameters, and the labels of combinations. What a request
 * may be is left as the schema says it.
 */
public final class PageReconciliation {
  private static final List<String> FOR_PEOPLE =
      List.of("default", "unit", "section", "pairedWith", "links", "description");

  private PageReconciliation() {}

  /**
   * The text of the spec.
   *
   * @param schema the spec of the schema, and its text
   * @param page the spec of the page, and its text
   */
  public static String reconcile(
      ObjectNode schema, String schemaText, ObjectNode page, String pageText) {
    ObjectNode spec = schema.deepCopy();
    if (page.get("model") instanceof ObjectNode model) {
      ObjectNode merged = model.deepCopy();
      merged.set("id", schema.path("model").path("id"));
      schema
          .path("model")
          .properties()
          .forEach(entry -> merged.putIfAbsent(entry.getKey(), entry.getValue()));
      spec.set("model", merged);
    }
    members(spec.path("parameters"), page.path("parameters"));
    labels(spec.path("rules"), page.path("rules"));
    List<String> head = new ArrayList<>(head(schemaText));
    head(pageText).stream().limit(1).forEach(line -> head.add(Math.min(1, head.size()), line));
    List<String> prices = tail(schemaText);
    List<String> shown = prices.isEmpty() ? tail(pageText) : prices;
    String end = shown.isEmpty() ? "" : "\n" + String.join("\n", shown) + "\n";
    return SpecText.of(spec, head) + end;
  }

  private static void members(JsonNode into, JsonNode from) {
    for (var entry : into.properties()) {
      if (entry.getValue() instanceof ObjectNode shape
          && from.path(entry.getKey()) instanceof ObjectNode shown) {
        shape(shape, shown);
      }
    }
  }

  private static void shape(ObjectNode into, ObjectNode from) {
    if (!into.has("const")) {
      FOR_PEOPLE.stream()
          .filter(from::has)
          .forEach(keyword -> into.putIfAbsent(keyword, from.get(keyword)));
    }
    members(into.path("properties"), from.path("properties"));
    if (into.get("items") instanceof ObjectNode items
        && from.get("items") instanceof ObjectNode shown) {
      shape(items, shown);
    }
  }

  /** The rows of combinations are called as on the page, where it has the same values. */
  private static void labels(JsonNode into, JsonNode from) {
    for (JsonNode rule : into) {
      for (JsonNode shown : from) {
        boolean isSame =
            rule.path("combinations").has("rows")
                && rule.path("combinations")
                    .path("of")
                    .equals(shown.path("combinations").path("of"));
        if (isSame) {
          rows(rule.path("combinations").path("rows"), shown.path("combinations").path("rows"));
        }
      }
    }
  }

  private static void rows(JsonNode into, JsonNode from) {
    for (JsonNode row : into) {
      for (JsonNode shown : from) {
        if (row instanceof ObjectNode named
            && shown.has("label")
            && row.path("values").equals(shown.path("values"))) {
          named.set("label", shown.get("label"));
        }
      }
    }
  }

  /** The comments at the beginning of a text. */
  private static List<String> head(String text) {
    return text.lines().takeWhile(line -> line.startsWith("#")).toList();
  }

  /** The comments on prices, which stand behind everything else. */
  private static List<String> tail(String text) {
    List<String> lines = text.lines().toList();
    return lines.subList(head(text).size(), lines.size()).stream()
        .filter(line -> line.startsWith("#"))
        .toList();
  }
}
