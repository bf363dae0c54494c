package dev.callsheet.spec.diff;

import dev.callsheet.spec.logic.Facet;
import dev.callsheet.spec.logic.JsonType;
import dev.callsheet.spec.logic.SchemaFragment;
import dev.callsheet.spec.model.Parameter;
import dev.callsheet.spec.model.Shape;
import dev.callsheet.spec.model.ShapeVisitor;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * Writes a whole shape as one fragment, which exactly the values of the shape match. Alternatives
 * are written with "not", objects member by member.
 *
 * <p>An object refuses members that it does not know. Which names there are to refuse says the
 * caller; all others never occur. What the members of a dictionary may be no fragment says.
 */
final class ShapeFragment implements ShapeVisitor<List<Facet>> {
  private final Set<String> names;

  private ShapeFragment(Set<String> names) {
    this.names = names;
  }

  /**
   * The fragment that the values of a shape match.
   *
   * @param names the names that members of objects may have
   */
  static SchemaFragment of(Shape shape, Set<String> names) {
    return new SchemaFragment(shape.accept(new ShapeFragment(names)));
  }

  /** Whether two shapes have the same values; false also where they are only written unlike. */
  static boolean areEqual(Shape one, Shape other) {
    Set<String> names = new TreeSet<>();
    addNames(one, names);
    addNames(other, names);
    return of(one, names).equals(of(other, names)) && dictionaries(one).equals(dictionaries(other));
  }

  /** The names of all members at any depth. */
  static void addNames(Shape shape, Set<String> names) {
    for (Parameter member : shape.parameters()) {
      names.add(member.name());
      addNames(member.shape(), names);
    }
  }

  /** What the members of the dictionaries may be, at any depth. */
  private static List<Object> dictionaries(Shape shape) {
    List<Object> found = new ArrayList<>();
    for (Shape variant : shape.variants()) {
      if (variant instanceof Shape.Dictionary dictionary) {
        Shape values = dictionary.values();
        found.add(values == null ? List.of() : of(values, Set.of()));
      } else if (variant instanceof Shape.Sequence sequence) {
        found.addAll(dictionaries(sequence.items()));
      }
      if (variant instanceof Shape.Structure structure) {
        structure.members().forEach(member -> found.addAll(dictionaries(member.shape())));
      }
    }
    return found;
  }

  @Override
  public List<Facet> visitScalar(Shape.Scalar scalar) {
    return with(new Facet.OfType(scalar.type()), scalar.facets());
  }

  @Override
  public List<Facet> visitChoice(Shape.Choice choice) {
    return List.of(new Facet.OneOf(choice.values()));
  }

  @Override
  public List<Facet> visitStructure(Shape.Structure structure) {
    List<Facet> facets = new ArrayList<>(List.of(new Facet.OfType(JsonType.OBJECT)));
    for (String name : names) {
      Facet.HasMember any = new Facet.HasMember(name, new SchemaFragment(List.of()));
      Parameter member = structure.member(name).orElse(null);
      if (member == null) {
        facets.add(not(List.of(any)));
        continue;
      }
      SchemaFragment values = of(member.shape(), names);
      if (member.required()) {
        facets.add(new Facet.HasMember(name, values));
      } else {
        facets.add(not(List.of(new Facet.HasMember(name, not(values)))));
      }
    }
    return facets;
  }

  @Override
  public List<Facet> visitDictionary(Shape.Dictionary dictionary) {
    return with(new Facet.OfType(JsonType.OBJECT), dictionary.facets());
  }

  @Override
  public List<Facet> visitSequence(Shape.Sequence sequence) {
    List<Facet> facets = new ArrayList<>(with(new Facet.OfType(JsonType.ARRAY), sequence.facets()));
    facets.add(not(List.of(new Facet.Contains(not(of(sequence.items(), names))))));
    return facets;
  }

  /** One alternative fits: not none of them, and no two of them. */
  @Override
  public List<Facet> visitUnion(Shape.Union union) {
    List<List<Facet>> alternatives =
        union.alternatives().stream().map(each -> each.shape().accept(this)).toList();
    List<Facet> facets = new ArrayList<>();
    facets.add(not(alternatives.stream().map(ShapeFragment::not).toList()));
    for (int i = 0; i < alternatives.size(); i++) {
      for (List<Facet> other : alternatives.subList(i + 1, alternatives.size())) {
        List<Facet> both = new ArrayList<>(alternatives.get(i));
        both.addAll(other);
        facets.add(not(both));
      }
    }
    return facets;
  }

  private static List<Facet> with(Facet first, List<Facet> others) {
    List<Facet> all = new ArrayList<>(List.of(first));
    all.addAll(others);
    return all;
  }

  private static Facet not(List<Facet> facets) {
    return new Facet.Not(new SchemaFragment(facets));
  }

  private static SchemaFragment not(SchemaFragment fragment) {
    return new SchemaFragment(List.of(new Facet.Not(fragment)));
  }
}
