package dev.callsheet.spec.logic;

import java.math.BigDecimal;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Turns facets and fragments into tests of JSON values, with JSON Schema's exact meaning. */
public final class FacetPredicates {
  private FacetPredicates() {}

  /** Whether a value matches: all facets hold. */
  public static Predicate<JsonNode> of(SchemaFragment fragment) {
    List<Predicate<JsonNode>> tests = fragment.facets().stream().map(FacetPredicates::of).toList();
    return value -> tests.stream().allMatch(test -> test.test(value));
  }

  /** Whether a facet holds of a value; true of values it does not speak of. */
  public static Predicate<JsonNode> of(Facet facet) {
    if (facet instanceof Facet.OfType of) {
      return value -> isOfType(value, of.type());
    }
    if (facet instanceof Facet.OneOf of) {
      Set<Object> allowed =
          of.values().stream().map(CanonicalValue::of).collect(Collectors.toSet());
      return value -> allowed.contains(CanonicalValue.of(value));
    }
    if (facet instanceof Facet.Range range) {
      return value -> !value.isNumber() || isWithin(JsonNumbers.decimalValue(value), range);
    }
    if (facet instanceof Facet.MultipleOf step) {
      return value ->
          !value.isNumber()
              || JsonNumbers.isMultiple(JsonNumbers.decimalValue(value), step.divisor());
    }
    if (facet instanceof Facet.Length length) {
      return onStrings(
          text ->
              isWithin(text.codePointCount(0, text.length()), length.minimum(), length.maximum()));
    }
    if (facet instanceof Facet.Pattern pattern) {
      Pattern compiled = EcmaPattern.compile(pattern.regex());
      return onStrings(text -> compiled.matcher(text).find());
    }
    if (facet instanceof Facet.Format format) {
      Optional<StringFormat> known = StringFormat.forKeyword(format.name());
      return onStrings(text -> known.isEmpty() || known.get().accepts(text));
    }
    if (facet instanceof Facet.Accepts accepts) {
      return onStrings(text -> accepts.sources().stream().anyMatch(way -> way.accepts(text)));
    }
    if (facet instanceof Facet.ItemCount items) {
      return value -> !value.isArray() || isWithin(value.size(), items.minimum(), items.maximum());
    }
    if (facet instanceof Facet.UniqueItems) {
      return value -> !value.isArray() || allDiffer(value);
    }
    if (facet instanceof Facet.Contains contains) {
      Predicate<JsonNode> wanted = of(contains.fragment());
      return value -> !value.isArray() || value.values().stream().anyMatch(wanted);
    }
    if (facet instanceof Facet.Not not) {
      return of(not.fragment()).negate();
    }
    Facet.HasMember member = (Facet.HasMember) facet;
    Predicate<JsonNode> wanted = of(member.fragment());
    return value -> !value.isObject() || hasMember(value, member.name(), wanted);
  }

  /** Whether a fragment looks at what an object or a list is made of. */
  static boolean inspectsNestedValues(SchemaFragment fragment) {
    return fragment.facets().stream()
        .anyMatch(
            facet ->
                facet instanceof Facet.HasMember
                    || facet instanceof Facet.Contains
                    || (facet instanceof Facet.Not not && inspectsNestedValues(not.fragment())));
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

  private static boolean isWithin(BigDecimal number, Facet.Range range) {
    BigDecimal minimum = range.minimum();
    BigDecimal maximum = range.maximum();
    return (minimum == null || number.compareTo(minimum) >= (range.minimumExclusive() ? 1 : 0))
        && (maximum == null || number.compareTo(maximum) <= (range.maximumExclusive() ? -1 : 0));
  }

  private static boolean isWithin(int count, @Nullable Integer minimum, @Nullable Integer maximum) {
    return (minimum == null || count >= minimum) && (maximum == null || count <= maximum);
  }

  private static boolean allDiffer(JsonNode list) {
    Set<Object> seen = new HashSet<>();
    return list.values().stream().allMatch(item -> seen.add(CanonicalValue.of(item)));
  }

  private static boolean hasMember(JsonNode object, String name, Predicate<JsonNode> wanted) {
    JsonNode member = object.get(name);
    return member != null && wanted.test(member);
  }
}
