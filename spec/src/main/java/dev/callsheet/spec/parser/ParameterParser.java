package dev.callsheet.spec.parser;

import dev.callsheet.spec.logic.ParameterPath;
import dev.callsheet.spec.model.Parameter;
import dev.callsheet.spec.model.Shape;
import dev.callsheet.spec.source.SpellingSuggestion;
import dev.callsheet.spec.source.YamlNode;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/** Parses parameters with everything inside them. */
final class ParameterParser {
  private final ProblemCollector problems;
  private final ParameterMetadataParser notes;
  private final ShapeParser shapes;
  private final Set<ParameterPath> unreadablePaths = new LinkedHashSet<>();

  ParameterParser(ProblemCollector problems) {
    this.problems = problems;
    this.notes = new ParameterMetadataParser(problems);
    this.shapes = new ShapeParser(problems, this);
  }

  /** The parameters whose shape could not be read. */
  Set<ParameterPath> unreadablePaths() {
    return unreadablePaths;
  }

  /**
   * Reads the members of an object.
   *
   * @param owner the mapping that has {@code required} and the members
   * @param key under which the members stand
   */
  Shape.Structure parseStructure(YamlNode.Mapping owner, String key, ParameterPath path) {
    YamlNode.Mapping properties = owner.mappingOrEmpty(key);
    List<String> required = owner.texts("required");
    for (YamlNode name : owner.items("required")) {
      name.asText()
          .filter(text -> !properties.has(text))
          .ifPresent(
              text ->
                  problems.report(
                      name.location(),
                      "`"
                          + text
                          + "` is required, yet not described"
                          + SpellingSuggestion.hint(text, properties.entries().keySet())));
    }
    List<Parameter> members = new ArrayList<>();
    properties
        .entries()
        .forEach(
            (name, entry) ->
                members.add(
                    parseParameter(name, entry, path.member(name), required.contains(name))));
    return new Shape.Structure(members);
  }

  private Parameter parseParameter(
      String name, YamlNode.Entry entry, ParameterPath path, boolean required) {
    YamlNode.Mapping schema =
        entry.value().asMapping().orElse(YamlNode.Mapping.empty(entry.keyLocation()));
    Shape shape =
        entry
            .value()
            .asMapping()
            .flatMap(mapping -> shapes.parse(mapping, path, entry.keyLocation()))
            .orElseGet(
                () -> {
                  unreadablePaths.add(path);
                  return new Shape.Structure(List.of());
                });
    JsonNode defaultValue = schema.get("default").map(YamlNode::json).orElse(null);
    if (defaultValue != null && !unreadablePaths.contains(path)) {
      ShapeCompatibility.mismatchMessage(defaultValue, List.of(shape))
          .ifPresent(
              mismatch ->
                  problems.report(
                      schema.get("default").orElse(schema).location(),
                      "the default is not allowed: `" + name + "` " + mismatch));
    }
    return new Parameter(
        name,
        path,
        shape,
        required,
        defaultValue,
        schema.text("javaName").orElse(null),
        notes.parse(schema),
        entry.keyLocation());
  }
}
