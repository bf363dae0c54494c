package dev.callsheet.spec.read;

import dev.callsheet.spec.calculus.Facet;
import dev.callsheet.spec.calculus.Fragment;
import dev.callsheet.spec.calculus.JsonType;
import dev.callsheet.spec.model.Parameter;
import dev.callsheet.spec.model.Shape;
import dev.callsheet.spec.source.Location;
import dev.callsheet.spec.source.Node;
import dev.callsheet.spec.source.Suggestion;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;

/** Reads what a parameter's value is to match, and checks that such a parameter could match it. */
final class FragmentReader {
  private final Problems problems;
  private final FacetReader facets;

  FragmentReader(Problems problems) {
    this.problems = problems;
    this.facets = new FacetReader(problems);
  }

  /**
   * Reads a fragment.
   *
   * @param shapes what the value may be; empty when that is not known
   * @param name what to call the value
   */
  Fragment read(Node.Mapping fragment, Collection<Shape> shapes, String name) {
    Set<JsonType> types = KeywordTypes.of(shapes);
    facets.check(fragment, types, name);
    List<Facet> found = new ArrayList<>();
    fragment.text("type").ifPresent(type -> found.add(type(type, fragment, types, name)));
    fragment.get("const").ifPresent(value -> found.add(oneOf(List.of(value), shapes, name)));
    if (fragment.get("enum").isPresent()) {
      found.add(oneOf(fragment.items("enum"), shapes, name));
    }
    found.addAll(facets.read(fragment, itemShapes(shapes), name));
    fragment.mapping("not").ifPresent(part -> found.add(new Facet.Not(read(part, shapes, name))));
    found.addAll(members(fragment, shapes, name));
    return new Fragment(found);
  }

  private Facet type(String keyword, Node.Mapping fragment, Set<JsonType> types, String name) {
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
          "`" + name + "` is never of this type: it is " + KeywordTypes.named(types));
    }
    return new Facet.OfType(type);
  }

  private Facet oneOf(List<Node> values, Collection<Shape> shapes, String name) {
    for (Node value : values) {
      Fit.complaint(value.json(), shapes)
          .ifPresent(complaint -> problems.report(value.location(), "`" + name + "` " + complaint));
    }
    return new Facet.OneOf(values.stream().map(Node::json).toList());
  }

  /** JSON Schema's properties bind only members that are there, unless they are required too. */
  private List<Facet> members(Node.Mapping fragment, Collection<Shape> shapes, String name) {
    List<Facet> found = new ArrayList<>();
    List<String> required = fragment.texts("required");
    Node.Mapping properties = fragment.mappingOrEmpty("properties");
    for (Node member : fragment.items("required")) {
      member
          .asText()
          .ifPresent(
              text -> {
                memberShapes(text, shapes, member.location(), name);
                if (!properties.has(text)) {
                  found.add(new Facet.Member(text, new Fragment(List.of())));
                }
              });
    }
    properties
        .entries()
        .forEach(
            (member, entry) -> {
              List<Shape> known = memberShapes(member, shapes, entry.keyLocation(), name);
              Node.Mapping part = properties.mappingOrEmpty(member);
              Fragment wanted = read(part, known, member);
              found.add(
                  required.contains(member)
                      ? new Facet.Member(member, wanted)
                      : unlessAbsent(member, wanted));
            });
    return found;
  }

  private static Facet unlessAbsent(String member, Fragment wanted) {
    Fragment unwanted = new Fragment(List.of(new Facet.Not(wanted)));
    return new Facet.Not(new Fragment(List.of(new Facet.Member(member, unwanted))));
  }

  private List<Shape> memberShapes(
      String member, Collection<Shape> shapes, Location location, String name) {
    List<Parameter> members =
        shapes.stream()
            .filter(Shape.Structure.class::isInstance)
            .flatMap(shape -> ((Shape.Structure) shape).members().stream())
            .toList();
    List<Shape> found =
        members.stream()
            .filter(known -> known.name().equals(member))
            .map(Parameter::shape)
            .toList();
    if (found.isEmpty() && !members.isEmpty()) {
      problems.report(
          location,
          "`"
              + name
              + "` has no member `"
              + member
              + "`"
              + Suggestion.hint(member, members.stream().map(Parameter::name).toList()));
    }
    return ParameterIndex.flat(found);
  }

  private static List<Shape> itemShapes(Collection<Shape> shapes) {
    return ParameterIndex.flat(
        shapes.stream()
            .filter(Shape.Sequence.class::isInstance)
            .map(shape -> ((Shape.Sequence) shape).items())
            .toList());
  }
}
