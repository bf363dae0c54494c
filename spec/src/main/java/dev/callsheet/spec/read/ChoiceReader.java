package dev.callsheet.spec.read;

import dev.callsheet.spec.calculus.Facet;
import dev.callsheet.spec.calculus.JsonType;
import dev.callsheet.spec.calculus.Matching;
import dev.callsheet.spec.calculus.Path;
import dev.callsheet.spec.model.Shape;
import dev.callsheet.spec.source.Node;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/**
 * Reads a fixed list of allowed values: {@code const}, {@code enum}, or {@code oneOf} with a
 * constant and a description each. Where several stand side by side, because one file lies over
 * another, the narrowest counts and must lie within the wider ones.
 */
final class ChoiceReader {
  private static final Set<JsonType> LISTABLE =
      EnumSet.of(JsonType.STRING, JsonType.INTEGER, JsonType.BOOLEAN, JsonType.NULL);

  private final Problems problems;
  private final FacetReader facets;

  ChoiceReader(Problems problems) {
    this.problems = problems;
    this.facets = new FacetReader(problems);
  }

  /** Whether a schema lists its values. */
  static boolean isChoice(Node.Mapping schema) {
    return schema.has("const") || schema.has("enum") || isExplained(schema);
  }

  Optional<Shape> read(Node.Mapping schema, Path path) {
    Map<JsonNode, String> explained = isExplained(schema) ? explained(schema) : Map.of();
    List<Facet> demands = facets.read(schema, List.of(), path.toString());
    List<Shape.Option> options = new ArrayList<>();
    for (Node value : values(schema)) {
      if (isAllowed(value, schema, demands, path)) {
        options.add(new Shape.Option(value.json(), explained.getOrDefault(value.json(), "")));
      }
    }
    return options.isEmpty() ? Optional.empty() : Optional.of(new Shape.Choice(options));
  }

  private boolean isAllowed(Node value, Node.Mapping schema, List<Facet> demands, Path path) {
    Optional<String> breach = breach(value, demands);
    JsonType type = KeywordTypes.of(value.json());
    String wanted = schema.text("type").orElse(type.keyword());
    String wrong = null;
    if (!LISTABLE.contains(type)) {
      wrong =
          "allowed values are strings, integers, booleans or null, not "
              + KeywordTypes.named(List.of(type));
    } else if (!wanted.equals(type.keyword())
        && !(wanted.equals("number") && type == JsonType.INTEGER)) {
      wrong = "this is " + KeywordTypes.named(List.of(type)) + ", not of the type `" + wanted + "`";
    } else if (breach.isPresent()) {
      wrong = "`" + path + "` is never " + value.json() + ", which " + breach.get();
    } else if (!wider(schema).stream().allMatch(list -> contains(list, value))) {
      wrong = "`" + path + "` is never " + value.json() + "; it is " + listed(wider(schema));
    }
    if (wrong != null) {
      problems.report(value.location(), wrong);
    }
    return wrong == null;
  }

  private static Optional<String> breach(Node value, List<Facet> demands) {
    return demands.stream()
        .filter(facet -> !Matching.of(facet).test(value.json()))
        .findFirst()
        .map(Fit::breach);
  }

  private static List<Node> values(Node.Mapping schema) {
    if (schema.has("const")) {
      return schema.get("const").stream().toList();
    }
    return schema.has("enum") ? schema.items("enum") : constants(schema);
  }

  private static List<List<Node>> wider(Node.Mapping schema) {
    List<List<Node>> wider = new ArrayList<>();
    if (schema.has("enum")) {
      wider.add(schema.items("enum"));
    }
    if (isExplained(schema)) {
      wider.add(constants(schema));
    }
    return wider;
  }

  private static String listed(List<List<Node>> lists) {
    List<Node> narrowest = lists.get(0);
    return narrowest.stream()
            .map(node -> node.json().toString())
            .collect(Collectors.joining(" or "))
        + " at "
        + narrowest.get(0).location();
  }

  private static boolean contains(List<Node> list, Node value) {
    return list.stream().anyMatch(node -> node.json().equals(value.json()));
  }

  private static boolean isExplained(Node.Mapping schema) {
    List<Node> parts = schema.items("oneOf");
    return !parts.isEmpty()
        && parts.stream()
            .allMatch(part -> part.asMapping().filter(m -> m.has("const")).isPresent());
  }

  private static List<Node> constants(Node.Mapping schema) {
    return schema.items("oneOf").stream()
        .flatMap(part -> part.asMapping().stream())
        .flatMap(part -> part.get("const").stream())
        .toList();
  }

  private static Map<JsonNode, String> explained(Node.Mapping schema) {
    Map<JsonNode, String> explained = new LinkedHashMap<>();
    for (Node part : schema.items("oneOf")) {
      part.asMapping()
          .ifPresent(
              option ->
                  option
                      .get("const")
                      .ifPresent(
                          value ->
                              explained.put(value.json(), option.text("description").orElse(""))));
    }
    return explained;
  }
}
