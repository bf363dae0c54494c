package dev.callsheet.spec.diff;

import dev.callsheet.spec.analysis.ScopedFormula;
import dev.callsheet.spec.logic.Facet;
import dev.callsheet.spec.logic.Formula;
import dev.callsheet.spec.logic.JsonType;
import dev.callsheet.spec.logic.ParameterPath;
import dev.callsheet.spec.logic.SchemaFragment;
import dev.callsheet.spec.model.Parameter;
import dev.callsheet.spec.model.Shape;
import dev.callsheet.spec.source.SourceLocation;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * What the parameters of one spec demand of the requests of another, beyond what the parameters of
 * that one demand themselves: parameter by parameter, and bound by bound, so that each demand can
 * be reported for itself. Where both have an object or a list at a place, what is inside is
 * compared; where they have unlike shapes, the demanded one is asked for as a whole.
 */
final class ShapeDemands {
  private final Set<String> names = new TreeSet<>();
  private final List<Demand> demands = new ArrayList<>();
  private final SourceLocation location;

  private ShapeDemands(Shape.Structure given, SourceLocation location) {
    ShapeFragment.addNames(given, names);
    this.location = location;
  }

  /**
   * The demands.
   *
   * @param given the shape of the requests asked about
   * @param demanded the shape that they are to have
   * @param location where the demanding spec begins
   */
  static List<Demand> of(Shape.Structure given, Shape.Structure demanded, SourceLocation location) {
    ShapeDemands demands = new ShapeDemands(given, location);
    demands.structure(new Place(ParameterPath.ROOT, ParameterPath.ROOT), given, demanded);
    return demands.demands;
  }

  /** A path, divided at the innermost list that it leads through. */
  private record Place(ParameterPath scope, ParameterPath inner) {
    Place member(String name) {
      return new Place(scope, inner.member(name));
    }

    Place items() {
      return new Place(scope.resolve(inner).eachItem(), ParameterPath.ROOT);
    }

    ScopedFormula says(Formula formula) {
      return new ScopedFormula(scope, formula);
    }

    Formula isProvided() {
      return inner.isRoot() ? new Formula.All(List.of()) : new Formula.Provided(inner);
    }

    String path() {
      return scope.resolve(inner).toString();
    }
  }

  private void structure(Place place, Shape.Structure given, Shape.Structure demanded) {
    for (Parameter member : given.members()) {
      Place inside = place.member(member.name());
      Parameter wanted = demanded.member(member.name()).orElse(null);
      if (wanted == null) {
        Formula absent = new Formula.Not(inside.isProvided());
        add(Demand.Kind.ABSENT, inside, location, absent);
      } else {
        shape(inside, member.shape(), wanted.shape(), wanted.location());
      }
    }
    for (Parameter member : demanded.members()) {
      Place inside = place.member(member.name());
      Parameter known = given.member(member.name()).orElse(null);
      if (member.required() && (known == null || !known.required())) {
        Formula there = known == null ? new Formula.Any(List.of()) : inside.isProvided();
        Formula wherePossible = new Formula.Implies(place.isProvided(), there);
        add(Demand.Kind.PRESENT, inside, member.location(), wherePossible);
      }
    }
  }

  private void shape(Place place, Shape given, Shape demanded, SourceLocation at) {
    if (ShapeFragment.areEqual(given, demanded)) {
      return;
    }
    if (given instanceof Shape.Structure from && demanded instanceof Shape.Structure to) {
      structure(place, from, to);
    } else if (given instanceof Shape.Sequence from && demanded instanceof Shape.Sequence to) {
      facets(place, from.facets(), to.facets(), at);
      shape(place.items(), from.items(), to.items(), at);
    } else if (given instanceof Shape.Scalar from
        && demanded instanceof Shape.Scalar to
        && isNumber(from) == isNumber(to)
        && (isNumber(from) || from.type() == to.type())) {
      facets(place, with(from.type(), from.facets()), with(to.type(), to.facets()), at);
    } else if (given instanceof Shape.Dictionary from && demanded instanceof Shape.Dictionary to) {
      facets(place, from.facets(), to.facets(), at);
      members(place, from, to, at);
    } else {
      value(place, ShapeFragment.of(demanded, names), at);
    }
  }

  private static boolean isNumber(Shape.Scalar scalar) {
    return scalar.type() == JsonType.INTEGER || scalar.type() == JsonType.NUMBER;
  }

  private static List<Facet> with(JsonType type, List<Facet> facets) {
    List<Facet> all = new ArrayList<>(List.of(new Facet.OfType(type)));
    all.addAll(facets);
    return all;
  }

  private void facets(Place place, List<Facet> given, List<Facet> demanded, SourceLocation at) {
    List<Facet> known = FacetParts.of(given);
    for (Facet facet : FacetParts.of(demanded)) {
      boolean isInteger = facet.equals(new Facet.OfType(JsonType.NUMBER));
      if (isInteger && given.contains(new Facet.OfType(JsonType.INTEGER))) {
        continue;
      }
      if (facet instanceof Facet.UniqueItems && !known.contains(facet)) {
        repeatedItems(place, facet, at);
      } else if (!FacetImplication.implies(known, facet)) {
        value(place, new SchemaFragment(List.of(facet)), at);
      }
    }
  }

  private void value(Place place, SchemaFragment fragment, SourceLocation at) {
    Formula matches = new Formula.Matches(place.inner(), fragment);
    add(Demand.Kind.VALUE, place, at, new Formula.Implies(place.isProvided(), matches));
  }

  /** A list with equal items has two at least, which helps to find one. */
  private void repeatedItems(Place place, Facet unique, SourceLocation at) {
    Facet several = new Facet.ItemCount(2, null);
    Formula matches = new Formula.Matches(place.inner(), new SchemaFragment(List.of(unique)));
    add(
        Demand.Kind.VALUE,
        place,
        at,
        new Formula.Implies(
            new Formula.Matches(place.inner(), new SchemaFragment(List.of(several))), matches));
  }

  /** No formula speaks of members with any name: a request with such an object is tried. */
  private void members(
      Place place, Shape.Dictionary given, Shape.Dictionary demanded, SourceLocation at) {
    Shape from = given.values();
    Shape to = demanded.values();
    if (to != null && (from == null || !ShapeFragment.areEqual(from, to))) {
      Facet some = new Facet.MemberCount(1, null);
      Formula hasNone =
          new Formula.Not(new Formula.Matches(place.inner(), new SchemaFragment(List.of(some))));
      demands.add(new Demand(Demand.Kind.VALUE, place.path(), at, place.says(hasNone), false));
    }
  }

  private void add(Demand.Kind kind, Place place, SourceLocation at, Formula holds) {
    demands.add(new Demand(kind, place.path(), at, place.says(holds)));
  }
}
