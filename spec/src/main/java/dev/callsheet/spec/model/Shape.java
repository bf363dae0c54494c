package dev.callsheet.spec.model;

import static java.util.stream.Collectors.toUnmodifiableSet;

import dev.callsheet.spec.logic.Facet;
import dev.callsheet.spec.logic.FacetPredicates;
import dev.callsheet.spec.logic.JsonNumbers;
import dev.callsheet.spec.logic.JsonType;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.BooleanNode;

/** What values a parameter may have. */
public sealed interface Shape {
  /** Calls the visitor's method for this kind of shape. */
  <R extends @Nullable Object> R accept(ShapeVisitor<R> visitor);

  /** The types that values may have. */
  Set<JsonType> types();

  /** What is demanded of a value beyond its type or its list of values; empty where nothing is. */
  List<Facet> facets();

  /**
   * The parameters directly inside: the members of an object. A list has those of its items, a
   * union those of its alternatives.
   */
  List<Parameter> parameters();

  /** Those of the facets that are of a kind. */
  default <F extends Facet> Stream<F> facets(Class<F> kind) {
    return facets().stream().filter(kind::isInstance).map(kind::cast);
  }

  /** All values that there are, where they are listed or true and false; else empty. */
  default List<JsonNode> listedValues() {
    return List.of();
  }

  /** Whether a value is of one of the types, whatever else may be wrong with it. */
  default boolean hasTypeOf(JsonNode value) {
    return types().stream().anyMatch(type -> FacetPredicates.isOfType(value, type));
  }

  /** Whether a value is right, as far as its members and items do not matter. */
  default boolean accepts(JsonNode value) {
    return hasTypeOf(value)
        && facets().stream().allMatch(facet -> FacetPredicates.of(facet).test(value));
  }

  /** The shapes without unions: the alternatives of a union, at any depth; else this shape. */
  default List<Shape> variants() {
    return List.of(this);
  }

  /**
   * A string, an integer, a number or a boolean.
   *
   * @param type one of those four
   * @param facets what else is demanded of it, without its type
   */
  record Scalar(JsonType type, List<Facet> facets) implements Shape {
    /** Copies the list, so that a shape never changes. */
    public Scalar {
      facets = List.copyOf(facets);
    }

    /**
     * The facets that values are checked by: every string has to be text, where no other facet
     * leaves only text.
     */
    public List<Facet> checkedFacets() {
      boolean isFreeText =
          type == JsonType.STRING
              && facets.stream()
                  .noneMatch(
                      facet ->
                          facet instanceof Facet.OneOf
                              || facet instanceof Facet.Format
                              || facet instanceof Facet.Accepts);
      return isFreeText
          ? Stream.concat(facets.stream(), Stream.of(new Facet.Format("text"))).toList()
          : facets;
    }

    /** The step that its numbers are multiples of; 1 for integers of every size. */
    public Optional<BigDecimal> step() {
      return Stream.concat(
              Stream.of(type).filter(JsonType.INTEGER::equals).map(integer -> BigDecimal.ONE),
              facets(Facet.MultipleOf.class).map(Facet.MultipleOf::divisor))
          .reduce(JsonNumbers::leastCommonMultiple);
    }

    @Override
    public <R extends @Nullable Object> R accept(ShapeVisitor<R> visitor) {
      return visitor.visitScalar(this);
    }

    @Override
    public Set<JsonType> types() {
      return Set.of(type);
    }

    @Override
    public List<JsonNode> listedValues() {
      return type == JsonType.BOOLEAN ? List.of(BooleanNode.TRUE, BooleanNode.FALSE) : List.of();
    }

    @Override
    public List<Parameter> parameters() {
      return List.of();
    }
  }

  /**
   * One of a fixed list of strings, numbers, booleans or null; a constant is a choice of one.
   *
   * @param options at least one
   */
  record Choice(List<Option> options) implements Shape {
    /** Copies the list, so that a shape never changes. */
    public Choice {
      options = List.copyOf(options);
    }

    /** Whether there is one option only. */
    public boolean isConstant() {
      return options.size() == 1;
    }

    /** The values alone. */
    public List<JsonNode> values() {
      return options.stream().map(Option::value).toList();
    }

    @Override
    public <R extends @Nullable Object> R accept(ShapeVisitor<R> visitor) {
      return visitor.visitChoice(this);
    }

    @Override
    public Set<JsonType> types() {
      return options.stream().map(each -> JsonType.of(each.value())).collect(toUnmodifiableSet());
    }

    @Override
    public List<JsonNode> listedValues() {
      return values();
    }

    @Override
    public boolean accepts(JsonNode value) {
      return FacetPredicates.of(new Facet.OneOf(values())).test(value);
    }

    @Override
    public List<Facet> facets() {
      return List.of();
    }

    @Override
    public List<Parameter> parameters() {
      return List.of();
    }
  }

  /**
   * An allowed value.
   *
   * @param description what it means; may be empty
   * @param deprecation null while it is to be used
   */
  record Option(JsonNode value, String description, @Nullable Deprecation deprecation) {
    /** A value that is to be used. */
    public Option(JsonNode value, String description) {
      this(value, description, null);
    }
  }

  /**
   * An object with named members and no others.
   *
   * @param members in the order of the documentation
   */
  record Structure(List<Parameter> members) implements Shape {
    /** Copies the list, so that a shape never changes. */
    public Structure {
      members = List.copyOf(members);
    }

    /** The member of that name. */
    public Optional<Parameter> member(String name) {
      return members.stream().filter(member -> member.name().equals(name)).findFirst();
    }

    @Override
    public <R extends @Nullable Object> R accept(ShapeVisitor<R> visitor) {
      return visitor.visitStructure(this);
    }

    @Override
    public Set<JsonType> types() {
      return Set.of(JsonType.OBJECT);
    }

    @Override
    public List<Facet> facets() {
      return List.of();
    }

    @Override
    public List<Parameter> parameters() {
      return members;
    }
  }

  /**
   * An object whose members have any names.
   *
   * @param values what every member may be; null for anything. It has no parameters of its own
   * @param facets what else is demanded of the object: how many members
   */
  record Dictionary(@Nullable Shape values, List<Facet> facets) implements Shape {
    /** Copies the list, so that a shape never changes. */
    public Dictionary {
      facets = List.copyOf(facets);
    }

    /** How many members it has at least. */
    public int minimum() {
      return facets(Facet.MemberCount.class)
          .flatMap(count -> Stream.ofNullable(count.minimum()))
          .findFirst()
          .orElse(0);
    }

    @Override
    public <R extends @Nullable Object> R accept(ShapeVisitor<R> visitor) {
      return visitor.visitDictionary(this);
    }

    @Override
    public Set<JsonType> types() {
      return Set.of(JsonType.OBJECT);
    }

    @Override
    public List<Parameter> parameters() {
      return List.of();
    }
  }

  /**
   * A list.
   *
   * @param items what every item may be
   * @param facets what else is demanded of the list, such as how many items
   */
  record Sequence(Shape items, List<Facet> facets) implements Shape {
    /** Copies the list, so that a shape never changes. */
    public Sequence {
      facets = List.copyOf(facets);
    }

    @Override
    public <R extends @Nullable Object> R accept(ShapeVisitor<R> visitor) {
      return visitor.visitSequence(this);
    }

    @Override
    public Set<JsonType> types() {
      return Set.of(JsonType.ARRAY);
    }

    @Override
    public List<Parameter> parameters() {
      return items.parameters();
    }
  }

  /**
   * One of several shapes; a value must fit exactly one.
   *
   * @param alternatives at least two
   */
  record Union(List<Alternative> alternatives) implements Shape {
    /** Copies the list, so that a shape never changes. */
    public Union {
      alternatives = List.copyOf(alternatives);
    }

    @Override
    public <R extends @Nullable Object> R accept(ShapeVisitor<R> visitor) {
      return visitor.visitUnion(this);
    }

    @Override
    public Set<JsonType> types() {
      return alternatives.stream()
          .flatMap(each -> each.shape().types().stream())
          .collect(toUnmodifiableSet());
    }

    @Override
    public boolean accepts(JsonNode value) {
      return alternatives.stream().anyMatch(each -> each.shape().accepts(value));
    }

    @Override
    public List<Facet> facets() {
      return List.of();
    }

    @Override
    public List<Parameter> parameters() {
      return alternatives.stream().flatMap(each -> each.shape().parameters().stream()).toList();
    }

    @Override
    public List<Shape> variants() {
      return alternatives.stream().flatMap(each -> each.shape().variants().stream()).toList();
    }
  }

  /** One shape of a union, with a name for people (may be empty) and a description (likewise). */
  record Alternative(String title, String description, Shape shape) {}
}
