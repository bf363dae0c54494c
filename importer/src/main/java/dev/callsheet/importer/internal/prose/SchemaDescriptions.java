package dev.callsheet.importer.internal.prose;

import dev.callsheet.importer.internal.condition.ParameterTree;
import dev.callsheet.importer.internal.schema.SchemaNode;
import dev.callsheet.spec.logic.ParameterPath;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The descriptions in a published schema of a request. */
public final class SchemaDescriptions {
  private static final int MAX_DEPTH = 6;

  private final ParameterTree parameters;
  private final List<Description> found = new ArrayList<>();

  private SchemaDescriptions(ParameterTree parameters) {
    this.parameters = parameters;
  }

  /**
   * Those of its parameters, in the order of the file; of members of lists' items, too.
   *
   * @param parameters that were made of it; others are not looked at
   */
  public static List<Description> of(SchemaNode request, ParameterTree parameters) {
    SchemaDescriptions descriptions = new SchemaDescriptions(parameters);
    descriptions.members(request, ParameterPath.ROOT);
    return List.copyOf(descriptions.found);
  }

  private void members(SchemaNode object, ParameterPath path) {
    for (Map.Entry<String, SchemaNode> member : object.members("properties").entrySet()) {
      ParameterPath own = path.member(member.getKey());
      SchemaNode schema = member.getValue();
      if (own.steps().size() <= MAX_DEPTH && parameters.exists(own)) {
        schema
            .text("description")
            .ifPresent(text -> found.add(new Description(own, text, schema.location())));
        members(schema, own);
        schema.get("items").ifPresent(items -> members(items, own.eachItem()));
      }
    }
  }
}
