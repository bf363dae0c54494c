package dev.callsheet.importer.internal.shape;

import dev.callsheet.importer.internal.schema.SchemaNode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

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
    Map<String, SchemaNode> members = object.members("properties");
    List<String> listed = object.texts(NAMES);
    List<String> names = new ArrayList<>(members.keySet());
    names.sort(
        Comparator.comparingInt((String name) -> position(listed, name))
            .thenComparing(name -> number(members, name)));
    Map<String, SchemaNode> ordered = new LinkedHashMap<>();
    names.forEach(name -> ordered.put(name, members.get(name)));
    return ordered;
  }

  private static int position(List<String> listed, String name) {
    int position = listed.indexOf(name);
    return position < 0 ? listed.size() : position;
  }

  private static double number(Map<String, SchemaNode> members, String name) {
    return members
        .get(name)
        .get(NUMBER)
        .map(SchemaNode::value)
        .filter(value -> value.isNumber())
        .map(value -> value.doubleValue())
        .orElse(Double.MAX_VALUE);
  }
}
