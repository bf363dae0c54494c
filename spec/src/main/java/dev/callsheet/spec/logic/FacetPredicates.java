package dev.callsheet.spec.logic;

import dev.callsheet.runtime.support.Regex;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/** Compiles facets and fragments to predicates of JSON values, with JSON Schema's exact meaning. */
public final class FacetPredicates implements FacetVisitor<Predicate<JsonNode>> {
  private static final FacetPredicates INSTANCE = new FacetPredicates();

  private FacetPredicates() {}

  /** Whether a value matches: all facets hold. */
  public static Predicate<JsonNode> of(SchemaFragment fragment) {
    return fragment.facets().stream()
        .map(FacetPredicates::of)
        .reduce(Predicate::and)
        .orElse(value -> true);
  }

  /** Whether a facet holds of a value; true of values that it says nothing of. */
  public static Predicate<JsonNode> of(Facet facet) {
    return facet.accept(INSTANCE);
  }

  /** Whether two values are equal as JSON Schema means it: numbers by value. */
  public static boolean areEqual(JsonNode one, JsonNode other) {
    return CanonicalValue.of(one).equals(CanonicalValue.of(other));
  }

  @Override
  public Predicate<JsonNode> visitOfType(Facet.OfType facet) {
    return value -> isOfType(value, facet.type());
  }

  @Override
  public Predicate<JsonNode> visitOneOf(Facet.OneOf facet) {
    Set<Object> allowed =
        facet.values().stream().map(CanonicalValue::of).collect(Collectors.toSet());
    return value -> allowed.contains(CanonicalValue.of(value));
  }

  @Override
  public Predicate<JsonNode> visitRange(Facet.Range facet) {
    return value -> !value.isNumber() || facet.contains(JsonNumbers.decimalValue(value));
  }

  @Override
  public Predicate<JsonNode> visitMultipleOf(Facet.MultipleOf facet) {
    return value ->
        !value.isNumber()
            || JsonNumbers.isMultiple(JsonNumbers.decimalValue(value), facet.divisor());
  }

  @Override
  public Predicate<JsonNode> visitLength(Facet.Length facet) {
    return onStrings(text -> facet.contains(facet.unit().lengthOf(text)));
  }

  @Override
  public Predicate<JsonNode> visitPattern(Facet.Pattern facet) {
    return onStrings(Regex.of(facet.regex())::isFoundIn);
  }

  @Override
  public Predicate<JsonNode> visitFormat(Facet.Format facet) {
    Optional<StringFormat> known = StringFormat.forKeyword(facet.name());
    return onStrings(text -> known.isEmpty() || known.get().accepts(text));
  }

  @Override
  public Predicate<JsonNode> visitAccepts(Facet.Accepts facet) {
    return onStrings(facet::includes);
  }

  @Override
  public Predicate<JsonNode> visitItemCount(Facet.ItemCount facet) {
    return value -> !value.isArray() || facet.contains(value.size());
  }

  @Override
  public Predicate<JsonNode> visitMemberCount(Facet.MemberCount facet) {
    return value -> !value.isObject() || facet.contains(value.size());
  }

  @Override
  public Predicate<JsonNode> visitUniqueItems(Facet.UniqueItems facet) {
    return value -> !value.isArray() || allDiffer(value);
  }

  @Override
  public Predicate<JsonNode> visitContains(Facet.Contains facet) {
    Predicate<JsonNode> test = of(facet.fragment());
    return value -> !value.isArray() || value.values().stream().anyMatch(test);
  }

  @Override
  public Predicate<JsonNode> visitNot(Facet.Not facet) {
    return of(facet.fragment()).negate();
  }

  @Override
  public Predicate<JsonNode> visitHasMember(Facet.HasMember facet) {
    Predicate<JsonNode> test = of(facet.fragment());
    return value -> !value.isObject() || hasMember(value, facet.name(), test);
  }

  /** Whether a fragment looks at the members of an object or the items of a list. */
  static boolean inspectsNestedValues(SchemaFragment fragment) {
    return fragment.facets().stream()
        .anyMatch(
            facet ->
                facet instanceof Facet.Nested nested
                    && (!nested.subject().isRoot() || inspectsNestedValues(nested.fragment())));
  }

  /** Whether a value is of a type: {@code 5.0} is an integer, an integer is a number. */
  public static boolean isOfType(JsonNode value, JsonType type) {
    return switch (type) {
      case STRING -> value.isString();
      case INTEGER -> value.isNumber() && JsonNumbers.isWhole(value);
      case NUMBER -> value.isNumber();
      case BOOLEAN -> value.isBoolean();
      case OBJECT -> value.isObject();
      case ARRAY -> value.isArray();
      case NULL -> value.isNull();
    };
  }

  private static Predicate<JsonNode> onStrings(Predicate<String> test) {
    return value -> !value.isString() || test.test(value.stringValue());
  }

  private static boolean allDiffer(JsonNode list) {
    Set<Object> seen = new HashSet<>();
    return list.values().stream().allMatch(item -> seen.add(CanonicalValue.of(item)));
  }

  private static boolean hasMember(JsonNode object, String name, Predicate<JsonNode> test) {
    JsonNode member = object.get(name);
    return member != null && test.test(member);
  }
}
