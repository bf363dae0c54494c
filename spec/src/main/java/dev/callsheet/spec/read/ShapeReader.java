package dev.callsheet.spec.read;

import dev.callsheet.spec.calculus.Facet;
import dev.callsheet.spec.calculus.JsonType;
import dev.callsheet.spec.calculus.Path;
import dev.callsheet.spec.model.Shape;
import dev.callsheet.spec.source.Location;
import dev.callsheet.spec.source.Node;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Reads what a value may be. */
final class ShapeReader {
  private final Problems problems;
  private final ParameterReader parameters;
  private final FacetReader facets;
  private final ChoiceReader choices;

  ShapeReader(Problems problems, ParameterReader parameters) {
    this.problems = problems;
    this.parameters = parameters;
    this.facets = new FacetReader(problems);
    this.choices = new ChoiceReader(problems);
  }

  /**
   * Reads a schema.
   *
   * @param location of the schema's name, for what is wrong with it as a whole
   * @return empty when it does not say what the value may be; that is then reported
   */
  Optional<Shape> read(Node.Mapping schema, Path path, Location location) {
    if (ChoiceReader.isChoice(schema)) {
      return choices.read(schema, path);
    }
    if (schema.has("oneOf")) {
      return union(schema, path);
    }
    String type = schema.text("type").orElse("");
    return switch (type) {
      case "object" -> structure(schema, path, location);
      case "array" -> sequence(schema, path, location);
      case "string" -> scalar(schema, path, JsonType.STRING);
      case "integer" -> scalar(schema, path, JsonType.INTEGER);
      case "number" -> scalar(schema, path, JsonType.NUMBER);
      case "boolean" -> scalar(schema, path, JsonType.BOOLEAN);
      default -> {
        if (!schema.has("type") && !problems.areAtKeysOf(schema)) {
          problems.report(location, "`" + path + "` needs a `type`, or the values it may have");
        }
        yield Optional.empty();
      }
    };
  }

  private Optional<Shape> scalar(Node.Mapping schema, Path path, JsonType type) {
    facets.check(schema, Set.of(type), path.toString());
    return Optional.of(new Shape.Scalar(type, facets.read(schema, List.of(), path.toString())));
  }

  private Optional<Shape> structure(Node.Mapping schema, Path path, Location location) {
    facets.check(schema, Set.of(JsonType.OBJECT), path.toString());
    if (!schema.has("properties") && !problems.areAtKeysOf(schema)) {
      problems.report(location, "`" + path + "` is an object and needs its `properties`");
      return Optional.empty();
    }
    return Optional.of(parameters.structure(schema, "properties", path));
  }

  private Optional<Shape> sequence(Node.Mapping schema, Path path, Location location) {
    facets.check(schema, Set.of(JsonType.ARRAY), path.toString());
    if (!schema.has("items") && !problems.areAtKeysOf(schema)) {
      problems.report(location, "`" + path + "` is a list and needs its `items`");
      return Optional.empty();
    }
    Optional<Shape> items =
        schema
            .mapping("items")
            .flatMap(node -> read(node, path.eachItem(), schema.keyLocation("items")));
    List<Facet> demands = facets.read(schema, items.stream().toList(), path.toString());
    return items.map(shape -> new Shape.Sequence(shape, demands));
  }

  private Optional<Shape> union(Node.Mapping schema, Path path) {
    List<Shape.Alternative> alternatives = new ArrayList<>();
    List<Node> parts = schema.items("oneOf");
    for (Node part : parts) {
      part.asMapping().flatMap(mapping -> alternative(mapping, path)).ifPresent(alternatives::add);
    }
    if (parts.size() == 1) {
      problems.report(schema.keyLocation("oneOf"), "`oneOf` needs at least two alternatives");
    }
    return alternatives.size() < 2 ? Optional.empty() : Optional.of(new Shape.Union(alternatives));
  }

  private Optional<Shape.Alternative> alternative(Node.Mapping schema, Path path) {
    return read(schema, path, schema.location())
        .map(
            shape ->
                new Shape.Alternative(
                    schema.text("title").orElse(""), schema.text("description").orElse(""), shape));
  }
}
