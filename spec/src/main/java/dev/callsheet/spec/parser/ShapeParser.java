package dev.callsheet.spec.parser;

import dev.callsheet.spec.logic.Facet;
import dev.callsheet.spec.logic.JsonType;
import dev.callsheet.spec.logic.ParameterPath;
import dev.callsheet.spec.model.Shape;
import dev.callsheet.spec.source.SourceLocation;
import dev.callsheet.spec.source.YamlNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Reads what a value may be. */
final class ShapeParser {
  private final ProblemCollector problems;
  private final ParameterParser parameters;
  private final FacetParser facets;
  private final ChoiceParser choices;

  ShapeParser(ProblemCollector problems, ParameterParser parameters) {
    this.problems = problems;
    this.parameters = parameters;
    this.facets = new FacetParser(problems);
    this.choices = new ChoiceParser(problems);
  }

  /**
   * Reads a schema.
   *
   * @param location of the schema's name, for what is wrong with it as a whole
   * @return empty when it does not say what the value may be; that is then reported
   */
  Optional<Shape> parse(YamlNode.Mapping schema, ParameterPath path, SourceLocation location) {
    if (ChoiceParser.isChoice(schema)) {
      return choices.parse(schema, path);
    }
    if (schema.has("oneOf")) {
      return parseUnion(schema, path);
    }
    String type = schema.text("type").orElse("");
    return switch (type) {
      case "object" ->
          schema.has("additionalProperties")
              ? parseDictionary(schema, path)
              : parseStructure(schema, path, location);
      case "array" -> parseSequence(schema, path, location);
      case "string" -> parseScalar(schema, path, JsonType.STRING);
      case "integer" -> parseScalar(schema, path, JsonType.INTEGER);
      case "number" -> parseScalar(schema, path, JsonType.NUMBER);
      case "boolean" -> parseScalar(schema, path, JsonType.BOOLEAN);
      default -> {
        if (!schema.has("type")
            && !schema.has("$ref") // to nothing; that was reported
            && !problems.hasProblemAtKeyOf(schema)) {
          problems.report(location, "`" + path + "` needs a `type`, or the values it may have");
        }
        yield Optional.empty();
      }
    };
  }

  private Optional<Shape> parseScalar(YamlNode.Mapping schema, ParameterPath path, JsonType type) {
    facets.checkApplicability(schema, Set.of(type), path.toString());
    return Optional.of(new Shape.Scalar(type, facets.parse(schema, List.of(), path.toString())));
  }

  private Optional<Shape> parseStructure(
      YamlNode.Mapping schema, ParameterPath path, SourceLocation location) {
    facets.checkApplicability(schema, Set.of(JsonType.OBJECT), path.toString());
    if (!schema.has("properties") && !problems.hasProblemAtKeyOf(schema)) {
      problems.report(
          location,
          "`"
              + path
              + "` is an object and needs its `properties`, or `additionalProperties` where they"
              + " may have any names");
      return Optional.empty();
    }
    for (String keyword : List.of("minProperties", "maxProperties")) {
      if (schema.has(keyword)) {
        problems.report(
            schema.keyLocation(keyword),
            "`"
                + keyword
                + "` counts members of any name; for `properties`, write a rule such as"
                + " `atLeastOneOf`");
      }
    }
    return Optional.of(parameters.parseStructure(schema, "properties", path));
  }

  /** An object whose members have any names; rules name none of them. */
  private Optional<Shape> parseDictionary(YamlNode.Mapping schema, ParameterPath path) {
    facets.checkApplicability(schema, Set.of(JsonType.OBJECT), path.toString());
    for (String keyword : List.of("properties", "required")) {
      if (schema.has(keyword)) {
        problems.report(
            schema.keyLocation(keyword),
            "`" + path + "` has members of any name, and so no `" + keyword + "`");
      }
    }
    List<Facet> demands = facets.parse(schema, List.of(), path.toString());
    Optional<YamlNode.Mapping> member = schema.mapping("additionalProperties");
    if (member.isEmpty()) {
      return Optional.of(new Shape.Dictionary(null, demands));
    }
    Optional<Shape> values = parse(member.get(), path, schema.keyLocation("additionalProperties"));
    if (values.stream().anyMatch(shape -> !shape.parameters().isEmpty())) {
      problems.report(
          schema.keyLocation("additionalProperties"),
          "members of any name cannot be objects with `properties` here; write"
              + " `additionalProperties: true`");
      return Optional.empty();
    }
    return values.map(shape -> new Shape.Dictionary(shape, demands));
  }

  private Optional<Shape> parseSequence(
      YamlNode.Mapping schema, ParameterPath path, SourceLocation location) {
    facets.checkApplicability(schema, Set.of(JsonType.ARRAY), path.toString());
    if (!schema.has("items") && !problems.hasProblemAtKeyOf(schema)) {
      problems.report(location, "`" + path + "` is a list and needs its `items`");
      return Optional.empty();
    }
    Optional<Shape> items =
        schema
            .mapping("items")
            .flatMap(node -> parse(node, path.eachItem(), schema.keyLocation("items")));
    List<Facet> demands = facets.parse(schema, items.stream().toList(), path.toString());
    return items.map(shape -> new Shape.Sequence(shape, demands));
  }

  private Optional<Shape> parseUnion(YamlNode.Mapping schema, ParameterPath path) {
    List<Shape.Alternative> alternatives = new ArrayList<>();
    List<YamlNode> parts = schema.items("oneOf");
    for (YamlNode part : parts) {
      part.asMapping()
          .flatMap(mapping -> parseAlternative(mapping, path))
          .ifPresent(alternatives::add);
    }
    if (parts.size() == 1) {
      problems.report(schema.keyLocation("oneOf"), "`oneOf` needs at least two alternatives");
    }
    return alternatives.size() < 2 ? Optional.empty() : Optional.of(new Shape.Union(alternatives));
  }

  private Optional<Shape.Alternative> parseAlternative(
      YamlNode.Mapping schema, ParameterPath path) {
    return parse(schema, path, schema.location())
        .map(
            shape ->
                new Shape.Alternative(
                    schema.text("title").orElse(""), schema.text("description").orElse(""), shape));
  }
}
