package dev.callsheet.importer.internal.prose;

import dev.callsheet.importer.internal.condition.ParameterTree;
import dev.callsheet.importer.internal.prose.Description.Subject;
import dev.callsheet.importer.internal.schema.SchemaNode;
import dev.callsheet.spec.logic.ParameterPath;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The descriptions in a published schema of a request. */
public final class SchemaDescriptions {
  /** How deep forms may stand in forms; what is deeper has been left out of the spec as well. */
  private static final int MAX_FORMS = 6;

  private final ParameterTree parameters;
  private final List<Description> found = new ArrayList<>();

  private SchemaDescriptions(ParameterTree parameters) {
    this.parameters = parameters;
  }

  /**
   * Those of the task and its parameters, in the order of the file; of members of lists' items, of
   * forms and of listed values, too.
   *
   * @param parameters that were made of it; others are not looked at
   */
  public static List<Description> of(SchemaNode request, ParameterTree parameters) {
    SchemaDescriptions descriptions = new SchemaDescriptions(parameters);
    descriptions.value(request, ParameterPath.ROOT, Subject.PART, 0);
    return List.copyOf(descriptions.found);
  }

  private void value(SchemaNode schema, ParameterPath path, Subject subject, int depth) {
    if (!schema.isObject() || depth > MAX_FORMS) {
      return;
    }
    schema
        .everyText("description")
        .forEach(text -> found.add(new Description(path, subject, text, schema.location())));
    for (Map.Entry<String, SchemaNode> member : schema.members("properties").entrySet()) {
      ParameterPath own = path.member(member.getKey());
      if (parameters.exists(own)) {
        value(member.getValue(), own, Subject.PARAMETER, 0);
      }
    }
    schema
        .get("items")
        .filter(items -> parameters.exists(path.eachItem()))
        .ifPresent(items -> value(items, path.eachItem(), Subject.PART, 0));
    for (SchemaNode part : schema.items("allOf")) {
      if (part.has("if") || (path.isRoot() && !part.has("properties"))) {
        continue; // a rule, whose description says what the rule says
      }
      value(part, path, subject, depth + 1);
    }
    for (String forms : List.of("oneOf", "anyOf")) {
      schema.items(forms).forEach(form -> value(form, path, Subject.PART, depth + 1));
    }
  }
}
