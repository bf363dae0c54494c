package dev.callsheet.spec.read;

import dev.callsheet.spec.calculus.Path;
import dev.callsheet.spec.model.Parameter;
import dev.callsheet.spec.model.Shape;
import dev.callsheet.spec.source.Node;
import dev.callsheet.spec.source.Suggestion;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/** Reads parameters, with all that is below them. */
final class ParameterReader {
  private final Problems problems;
  private final NotesReader notes;
  private final ShapeReader shapes;
  private final Set<Path> unreadable = new LinkedHashSet<>();

  ParameterReader(Problems problems) {
    this.problems = problems;
    this.notes = new NotesReader(problems);
    this.shapes = new ShapeReader(problems, this);
  }

  /** The parameters whose shape could not be read. */
  Set<Path> unreadable() {
    return unreadable;
  }

  /**
   * Reads the members of an object.
   *
   * @param owner the mapping that has {@code required} and the members
   * @param key under which the members stand
   */
  Shape.Structure structure(Node.Mapping owner, String key, Path path) {
    Node.Mapping properties = owner.mappingOrEmpty(key);
    List<String> required = owner.texts("required");
    for (Node name : owner.items("required")) {
      name.asText()
          .filter(text -> !properties.has(text))
          .ifPresent(
              text ->
                  problems.report(
                      name.location(),
                      "`"
                          + text
                          + "` is required, yet not described"
                          + Suggestion.hint(text, properties.entries().keySet())));
    }
    List<Parameter> members = new ArrayList<>();
    properties
        .entries()
        .forEach(
            (name, entry) ->
                members.add(parameter(name, entry, path.member(name), required.contains(name))));
    return new Shape.Structure(members);
  }

  private Parameter parameter(String name, Node.Entry entry, Path path, boolean required) {
    Node.Mapping schema = entry.value().asMapping().orElse(Node.Mapping.empty(entry.keyLocation()));
    Shape shape =
        entry
            .value()
            .asMapping()
            .flatMap(mapping -> shapes.read(mapping, path, entry.keyLocation()))
            .orElseGet(
                () -> {
                  unreadable.add(path);
                  return new Shape.Structure(List.of());
                });
    JsonNode defaultValue = schema.get("default").map(Node::json).orElse(null);
    if (defaultValue != null && !unreadable.contains(path)) {
      Fit.complaint(defaultValue, List.of(shape))
          .ifPresent(
              complaint ->
                  problems.report(
                      schema.get("default").orElse(schema).location(),
                      "the default is not allowed: `" + name + "` " + complaint));
    }
    return new Parameter(
        name,
        path,
        shape,
        required,
        defaultValue,
        schema.text("javaName").orElse(null),
        notes.read(schema),
        entry.keyLocation());
  }
}
