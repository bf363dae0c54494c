package dev.callsheet.importer.internal.shape;

import dev.callsheet.importer.internal.schema.SchemaNode;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/**
 * The order in which a platform shows the members of an object: fal lists their names, Cog numbers
 * them. Otherwise it is that of the file.
 */
final class PublishedOrder {
  private static final String NAMES = "x-fal-order-properties";
  private static final String NUMBER = "x-order";

  private PublishedOrder() {}

  /** The schemas of an object's members by their names, in that order. */
  static Map<String, SchemaNode> members(SchemaNode object) {
    List<String> listed = object.texts(NAMES);
    Map<String, SchemaNode> ordered = new LinkedHashMap<>();
    object.members("properties").entrySet().stream()
        .sorted(
            Comparator.comparingInt(
                    (Map.Entry<String, SchemaNode> member) -> position(listed, member.getKey()))
                .thenComparingDouble(member -> number(member.getValue())))
        .forEach(member -> ordered.put(member.getKey(), member.getValue()));
    return ordered;
  }

  private static int position(List<String> listed, String name) {
    int position = listed.indexOf(name);
    return position < 0 ? listed.size() : position;
  }

  private static double number(SchemaNode member) {
    return member
        .get(NUMBER)
        .map(SchemaNode::value)
        .filter(JsonNode::isNumber)
        .map(JsonNode::doubleValue)
        .orElse(Double.MAX_VALUE);
  }
}
