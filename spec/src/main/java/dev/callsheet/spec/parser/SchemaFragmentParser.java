package dev.callsheet.spec.parser;

import dev.callsheet.spec.logic.Facet;
import dev.callsheet.spec.logic.JsonType;
import dev.callsheet.spec.logic.SchemaFragment;
import dev.callsheet.spec.model.Parameter;
import dev.callsheet.spec.model.Shape;
import dev.callsheet.spec.source.SourceLocation;
import dev.callsheet.spec.source.SpellingSuggestion;
import dev.callsheet.spec.source.YamlNode;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;

/** Reads what a parameter's value is to match, and checks that such a parameter could match it. */
final class SchemaFragmentParser {
  private final ProblemCollector problems;
  private final FacetParser facets;

  SchemaFragmentParser(ProblemCollector problems) {
    this.problems = problems;
    this.facets = new FacetParser(problems);
  }

  /**
   * Reads a fragment.
   *
   * @param shapes what the value may be; empty when that is not known
   * @param name what to call the value
   */
  SchemaFragment parse(YamlNode.Mapping fragment, Collection<Shape> shapes, String name) {
    Set<JsonType> types = KeywordTypes.of(shapes);
    facets.checkApplicability(fragment, types, name);
    checkCountsMembers(fragment, shapes);
    List<Facet> found = new ArrayList<>();
    fragment.text("type").ifPresent(type -> found.add(type(type, fragment, types, name)));
    fragment.get("const").ifPresent(value -> found.add(oneOf(List.of(value), shapes, name)));
    if (fragment.get("enum").isPresent()) {
      found.add(oneOf(fragment.items("enum"), shapes, name));
    }
    found.addAll(facets.parse(fragment, itemShapes(shapes), name));
    fragment.mapping("items").ifPresent(part -> found.add(everyItem(part, shapes, name)));
    fragment.mapping("not").ifPresent(part -> found.add(new Facet.Not(parse(part, shapes, name))));
    found.addAll(members(fragment, shapes, name));
    return new SchemaFragment(found);
  }

  private void checkCountsMembers(YamlNode.Mapping fragment, Collection<Shape> shapes) {
    for (String keyword : List.of("minProperties", "maxProperties")) {
      if (fragment.has(keyword)
          && shapes.stream().anyMatch(Shape.Structure.class::isInstance)
          && shapes.stream().noneMatch(Shape.Dictionary.class::isInstance)) {
        problems.report(
            fragment.keyLocation(keyword),
            "`" + keyword + "` counts members of any name; here they have names, so name them");
      }
    }
  }

  /** That every item matches: that there is none which does not. */
  private Facet everyItem(YamlNode.Mapping part, Collection<Shape> shapes, String name) {
    SchemaFragment wanted = parse(part, itemShapes(shapes), name + "[]");
    SchemaFragment unwanted = new SchemaFragment(List.of(new Facet.Not(wanted)));
    return new Facet.Not(new SchemaFragment(List.of(new Facet.Contains(unwanted))));
  }

  private Facet type(String keyword, YamlNode.Mapping fragment, Set<JsonType> types, String name) {
    JsonType type =
        Stream.of(JsonType.values())
            .filter(known -> known.keyword().equals(keyword.toLowerCase(Locale.ROOT)))
            .findFirst()
            .orElse(JsonType.NULL);
    boolean numeric = type == JsonType.INTEGER || type == JsonType.NUMBER;
    boolean possible =
        types.isEmpty()
            || types.contains(type)
            || (numeric && (types.contains(JsonType.INTEGER) || types.contains(JsonType.NUMBER)));
    if (!possible) {
      problems.report(
          fragment.get("type").orElse(fragment).location(),
          "`" + name + "` is never of this type: it is " + KeywordTypes.describe(types));
    }
    return new Facet.OfType(type);
  }

  private Facet oneOf(List<YamlNode> values, Collection<Shape> shapes, String name) {
    for (YamlNode value : values) {
      ShapeCompatibility.mismatchMessage(value.json(), shapes)
          .ifPresent(mismatch -> problems.report(value.location(), "`" + name + "` " + mismatch));
    }
    return new Facet.OneOf(values.stream().map(YamlNode::json).toList());
  }

  /** JSON Schema's properties bind only members that are there, unless they are required too. */
  private List<Facet> members(YamlNode.Mapping fragment, Collection<Shape> shapes, String name) {
    List<Facet> found = new ArrayList<>();
    List<String> required = fragment.texts("required");
    YamlNode.Mapping properties = fragment.mappingOrEmpty("properties");
    for (YamlNode member : fragment.items("required")) {
      member
          .asText()
          .ifPresent(
              text -> {
                memberShapes(text, shapes, member.location(), name);
                if (!properties.has(text)) {
                  found.add(new Facet.HasMember(text, new SchemaFragment(List.of())));
                }
              });
    }
    properties
        .entries()
        .forEach(
            (member, entry) -> {
              List<Shape> known = memberShapes(member, shapes, entry.keyLocation(), name);
              YamlNode.Mapping part = properties.mappingOrEmpty(member);
              SchemaFragment wanted = parse(part, known, member);
              found.add(
                  required.contains(member)
                      ? new Facet.HasMember(member, wanted)
                      : matchesIfPresent(member, wanted));
            });
    return found;
  }

  private static Facet matchesIfPresent(String member, SchemaFragment wanted) {
    SchemaFragment unwanted = new SchemaFragment(List.of(new Facet.Not(wanted)));
    return new Facet.Not(new SchemaFragment(List.of(new Facet.HasMember(member, unwanted))));
  }

  private List<Shape> memberShapes(
      String member, Collection<Shape> shapes, SourceLocation location, String name) {
    List<Parameter> members =
        shapes.stream()
            .filter(Shape.Structure.class::isInstance)
            .flatMap(shape -> ((Shape.Structure) shape).members().stream())
            .toList();
    List<Shape> found =
        members.stream()
            .filter(known -> known.name().equals(member))
            .flatMap(known -> known.shape().variants().stream())
            .toList();
    if (members.isEmpty() && shapes.stream().anyMatch(Shape.Dictionary.class::isInstance)) {
      problems.report(
          location, "`" + name + "` has members of any name, and a rule names none of them");
    }
    if (found.isEmpty() && !members.isEmpty()) {
      problems.report(
          location,
          "`"
              + name
              + "` has no member `"
              + member
              + "`"
              + SpellingSuggestion.hint(member, members.stream().map(Parameter::name).toList()));
    }
    return found;
  }

  private static List<Shape> itemShapes(Collection<Shape> shapes) {
    return shapes.stream()
        .filter(Shape.Sequence.class::isInstance)
        .flatMap(shape -> ((Shape.Sequence) shape).items().variants().stream())
        .toList();
  }
}
