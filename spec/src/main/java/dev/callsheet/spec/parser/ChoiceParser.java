package dev.callsheet.spec.parser;

import dev.callsheet.spec.logic.Facet;
import dev.callsheet.spec.logic.FacetPredicates;
import dev.callsheet.spec.logic.JsonType;
import dev.callsheet.spec.logic.ParameterPath;
import dev.callsheet.spec.model.Shape;
import dev.callsheet.spec.source.YamlNode;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Parses a list of allowed values: {@code const}, {@code enum}, or {@code oneOf} with a constant
 * and a description each. A merged spec may have several of them; then the narrowest is used, and
 * its values must be in the wider ones.
 */
final class ChoiceParser {
  private static final Set<JsonType> ALLOWED_TYPES =
      EnumSet.of(
          JsonType.STRING, JsonType.INTEGER, JsonType.NUMBER, JsonType.BOOLEAN, JsonType.NULL);

  private final ProblemCollector problems;
  private final FacetParser facets;
  private final DeprecationParser deprecations;

  ChoiceParser(ProblemCollector problems) {
    this.problems = problems;
    this.facets = new FacetParser(problems);
    this.deprecations = new DeprecationParser(problems);
  }

  /** Whether a schema lists its values. */
  static boolean isChoice(YamlNode.Mapping schema) {
    return schema.has("const") || schema.has("enum") || hasDescribedConstants(schema);
  }

  Optional<Shape> parse(YamlNode.Mapping schema, ParameterPath path) {
    List<Facet> demands = facets.parse(schema, List.of(), path.toString());
    List<Shape.Option> options = new ArrayList<>();
    for (YamlNode value : values(schema)) {
      if (isAllowed(value, schema, demands, path) && !isRepeated(value, options, schema, path)) {
        YamlNode.Mapping option = described(value, schema);
        options.add(
            new Shape.Option(
                value.json(),
                option.text("description").orElse(""),
                deprecations.parse(option).orElse(null)));
      }
    }
    return options.isEmpty() ? Optional.empty() : Optional.of(new Shape.Choice(options));
  }

  /** Two numbers are one value however they are written, such as 1 and 1.0. */
  private boolean isRepeated(
      YamlNode value, List<Shape.Option> earlier, YamlNode.Mapping schema, ParameterPath path) {
    Optional<Shape.Option> same =
        earlier.stream()
            .filter(option -> FacetPredicates.areEqual(option.value(), value.json()))
            .findFirst();
    boolean isReported =
        schema.get("enum").filter(list -> problems.hasProblemAt(list.location())).isPresent();
    same.filter(option -> !isReported)
        .ifPresent(
            option ->
                problems.report(
                    value.location(),
                    "`" + path + "` has the value " + option.value() + " already"));
    return same.isPresent();
  }

  private boolean isAllowed(
      YamlNode value, YamlNode.Mapping schema, List<Facet> demands, ParameterPath path) {
    Optional<String> violation = violationMessage(value, demands);
    JsonType type = JsonType.of(value.json());
    String expectedType = schema.text("type").orElse(type.keyword());
    String wrong = null;
    if (!ALLOWED_TYPES.contains(type)) {
      wrong =
          "allowed values are strings, numbers, booleans or null, not "
              + KeywordTypes.describe(List.of(type));
    } else if (!expectedType.equals(type.keyword())
        && !(expectedType.equals("number") && type == JsonType.INTEGER)) {
      wrong =
          "this is "
              + KeywordTypes.describe(List.of(type))
              + ", not of the type `"
              + expectedType
              + "`";
    } else if (violation.isPresent()) {
      wrong = "`" + path + "` is never " + value.json() + ", which " + violation.get();
    } else if (!widerLists(schema).stream().allMatch(list -> contains(list, value))) {
      wrong =
          "`" + path + "` is never " + value.json() + "; it is " + displayList(widerLists(schema));
    }
    if (wrong != null) {
      problems.report(value.location(), wrong);
    }
    return wrong == null;
  }

  private static Optional<String> violationMessage(YamlNode value, List<Facet> demands) {
    return demands.stream()
        .filter(facet -> !FacetPredicates.of(facet).test(value.json()))
        .findFirst()
        .map(ShapeCompatibility::violationMessage);
  }

  private static List<YamlNode> values(YamlNode.Mapping schema) {
    if (schema.has("const")) {
      return schema.get("const").stream().toList();
    }
    return schema.has("enum") ? schema.items("enum") : constants(schema);
  }

  private static List<List<YamlNode>> widerLists(YamlNode.Mapping schema) {
    List<List<YamlNode>> wider = new ArrayList<>();
    if (schema.has("enum")) {
      wider.add(schema.items("enum"));
    }
    if (hasDescribedConstants(schema)) {
      wider.add(constants(schema));
    }
    return wider;
  }

  private static String displayList(List<List<YamlNode>> lists) {
    List<YamlNode> narrowest = lists.get(0);
    return narrowest.stream()
            .map(node -> node.json().toString())
            .collect(Collectors.joining(" or "))
        + " at "
        + narrowest.get(0).location();
  }

  private static boolean contains(List<YamlNode> list, YamlNode value) {
    return list.stream().anyMatch(node -> FacetPredicates.areEqual(node.json(), value.json()));
  }

  private static boolean hasDescribedConstants(YamlNode.Mapping schema) {
    List<YamlNode> parts = schema.items("oneOf");
    return !parts.isEmpty()
        && parts.stream()
            .allMatch(part -> part.asMapping().filter(m -> m.has("const")).isPresent());
  }

  private static List<YamlNode> constants(YamlNode.Mapping schema) {
    return schema.items("oneOf").stream()
        .flatMap(part -> part.asMapping().stream())
        .flatMap(part -> part.get("const").stream())
        .toList();
  }

  /** What `oneOf` says of a value; an empty mapping where it says nothing. */
  private static YamlNode.Mapping described(YamlNode value, YamlNode.Mapping schema) {
    return schema.items("oneOf").stream()
        .flatMap(part -> part.asMapping().stream())
        .filter(
            option ->
                option
                    .get("const")
                    .filter(node -> FacetPredicates.areEqual(node.json(), value.json()))
                    .isPresent())
        .findFirst()
        .orElse(YamlNode.Mapping.empty(value.location()));
  }
}
