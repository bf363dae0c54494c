package dev.callsheet.importer.internal.shape;

import dev.callsheet.importer.internal.condition.FragmentTranslator;
import dev.callsheet.importer.internal.schema.SchemaNode;
import dev.callsheet.spec.logic.ParameterPath;
import java.util.Collection;
import java.util.List;

/**
 * What a published schema says of an object or a list beyond the shapes of its members.
 *
 * @param schema the constraint alone: an item of an {@code allOf}, or the whole schema
 * @param keyword the only keyword of the schema that is meant; empty for all of it
 * @param path of the object or list
 * @param named where the constraint has a title and a description, if it has any
 */
public record Assertion(SchemaNode schema, String keyword, ParameterPath path, SchemaNode named) {
  /** What one keyword of a schema says. */
  static Assertion of(SchemaNode schema, String keyword, ParameterPath path) {
    return new Assertion(schema, keyword, path, schema);
  }

  /**
   * What a schema says as a whole. Where all that it says is about the items of a list, at the end
   * of {@code properties} and {@code items} that say nothing else, it is about each of these.
   */
  static Assertion of(SchemaNode schema, ParameterPath path) {
    SchemaNode inner = schema;
    ParameterPath at = path;
    while (true) {
      List<String> keywords =
          inner.names().stream().filter(name -> !FragmentTranslator.isAnnotation(name)).toList();
      Collection<String> members = inner.members("properties").keySet();
      if (keywords.equals(List.of("properties")) && members.size() == 1) {
        String name = members.iterator().next();
        at = at.member(name);
        inner = inner.at("properties", name).orElseThrow();
      } else if (keywords.equals(List.of("items")) && inner.at("items").isPresent()) {
        at = at.eachItem();
        inner = inner.at("items").orElseThrow();
      } else {
        boolean isOfItems =
            inner.isObject()
                && at.steps().size() > path.steps().size()
                && at.withoutPrefix(path).leadsThroughLists();
        return isOfItems
            ? new Assertion(inner, "", at, schema)
            : new Assertion(schema, "", path, schema);
      }
    }
  }
}
