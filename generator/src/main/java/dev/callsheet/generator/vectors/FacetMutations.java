package dev.callsheet.generator.vectors;

import dev.callsheet.runtime.LengthUnit;
import dev.callsheet.runtime.StructuralRule;
import dev.callsheet.spec.logic.Facet;
import dev.callsheet.spec.logic.FacetVisitor;
import dev.callsheet.spec.logic.JsonType;
import dev.callsheet.spec.logic.SchemaFragment;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** The ways in which a value can violate one facet. */
final class FacetMutations implements FacetVisitor<List<Mutation>> {
  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
  private static final int MAX_TEXT_LENGTH = 100_000;

  /** One code point, two units of UTF-16, four bytes of UTF-8. */
  private static final String WIDE_CHARACTER = "\uD83D\uDC0B";

  @Override
  public List<Mutation> visitOfType(Facet.OfType facet) {
    return List.of(
        Mutation.replacing(StructuralRule.WRONG_TYPE, "", valueOfOtherType(facet.type())));
  }

  @Override
  public List<Mutation> visitOneOf(Facet.OneOf facet) {
    return List.of(
        Mutation.replacing(StructuralRule.NOT_ALLOWED_VALUE, "", otherValue(facet.values())));
  }

  @Override
  public List<Mutation> visitRange(Facet.Range facet) {
    List<Mutation> mutations = new ArrayList<>();
    addOutOfRange("minimum", facet.minimum(), BigDecimal.ONE.negate(), mutations);
    addOutOfRange("maximum", facet.maximum(), BigDecimal.ONE, mutations);
    return mutations;
  }

  private static void addOutOfRange(
      String label, @Nullable BigDecimal bound, BigDecimal direction, List<Mutation> mutations) {
    if (bound != null) {
      mutations.add(
          Mutation.replacing(StructuralRule.OUT_OF_RANGE, label, number(bound.add(direction))));
    }
  }

  /** Half a step off; none where that is no integer and the parameter could be one. */
  @Override
  public List<Mutation> visitMultipleOf(Facet.MultipleOf facet) {
    BigDecimal half = facet.divisor().divide(BigDecimal.valueOf(2));
    boolean isPossible = half.stripTrailingZeros().scale() <= 0 || facet.divisor().scale() > 0;
    return isPossible
        ? List.of(
            new Mutation(
                StructuralRule.OUT_OF_RANGE,
                "step",
                value -> JSON.numberNode(value.decimalValue().add(half))))
        : List.of();
  }

  @Override
  public List<Mutation> visitLength(Facet.Length facet) {
    List<Mutation> mutations = new ArrayList<>();
    Integer minimum = facet.minimum();
    Integer maximum = facet.maximum();
    if (minimum != null && minimum > 0 && minimum <= MAX_TEXT_LENGTH) {
      mutations.add(textOfLength("minimum", "x".repeat(minimum - 1)));
    }
    if (maximum != null && maximum < MAX_TEXT_LENGTH) {
      mutations.add(textOfLength("maximum", "x".repeat(maximum + 1)));
      if (facet.unit() != LengthUnit.CODE_POINTS && maximum > 0) {
        mutations.add(textOfLength("maximum-wide", WIDE_CHARACTER.repeat(maximum)));
      }
    }
    return mutations;
  }

  private static Mutation textOfLength(String label, String text) {
    return Mutation.replacing(StructuralRule.WRONG_LENGTH, label, JSON.stringNode(text));
  }

  @Override
  public List<Mutation> visitPattern(Facet.Pattern facet) {
    return wrongFormat();
  }

  @Override
  public List<Mutation> visitFormat(Facet.Format facet) {
    return wrongFormat();
  }

  @Override
  public List<Mutation> visitAccepts(Facet.Accepts facet) {
    return wrongFormat();
  }

  private static List<Mutation> wrongFormat() {
    return List.of(
        Mutation.replacing(
            StructuralRule.WRONG_FORMAT, "", JSON.stringNode("neither this nor that")));
  }

  @Override
  public List<Mutation> visitItemCount(Facet.ItemCount facet) {
    List<Mutation> mutations = new ArrayList<>();
    Integer minimum = facet.minimum();
    Integer maximum = facet.maximum();
    if (minimum != null && minimum > 0) {
      mutations.add(
          new Mutation(StructuralRule.TOO_FEW_ITEMS, "", list -> resized(list, minimum - 1)));
    }
    if (maximum != null) {
      mutations.add(
          new Mutation(StructuralRule.TOO_MANY_ITEMS, "", list -> resized(list, maximum + 1)));
    }
    return mutations;
  }

  @Override
  public List<Mutation> visitMemberCount(Facet.MemberCount facet) {
    List<Mutation> mutations = new ArrayList<>();
    Integer minimum = facet.minimum();
    Integer maximum = facet.maximum();
    if (minimum != null && minimum > 0) {
      mutations.add(
          new Mutation(
              StructuralRule.TOO_FEW_ITEMS, "", object -> withMembers(object, minimum - 1)));
    }
    if (maximum != null) {
      mutations.add(
          new Mutation(
              StructuralRule.TOO_MANY_ITEMS, "", object -> withMembers(object, maximum + 1)));
    }
    return mutations;
  }

  /** The object with that many members, the first one's value in all; none where it has none. */
  private static JsonNode withMembers(JsonNode object, int size) {
    ObjectNode resized = JSON.objectNode();
    for (int i = 0; i < size && !object.isEmpty(); i++) {
      resized.set("member" + (i + 1), object.values().iterator().next());
    }
    return resized;
  }

  /** The first item once more. */
  @Override
  public List<Mutation> visitUniqueItems(Facet.UniqueItems facet) {
    return List.of(
        new Mutation(
            StructuralRule.NOT_ALLOWED_VALUE, "repeated", list -> resized(list, list.size() + 1)));
  }

  /** No item, and so none that matches. */
  @Override
  public List<Mutation> visitContains(Facet.Contains facet) {
    return List.of(
        Mutation.replacing(StructuralRule.NOT_ALLOWED_VALUE, "contains", JSON.arrayNode()));
  }

  /** A value that is forbidden; none where the fragment lists no values. */
  @Override
  public List<Mutation> visitNot(Facet.Not facet) {
    return listedValue(facet.fragment()).stream()
        .map(value -> Mutation.replacing(StructuralRule.NOT_ALLOWED_VALUE, "forbidden", value))
        .toList();
  }

  /** The object without the member. */
  @Override
  public List<Mutation> visitHasMember(Facet.HasMember facet) {
    return List.of(
        new Mutation(
            StructuralRule.NOT_ALLOWED_VALUE,
            facet.name(),
            object -> without(object, facet.name())));
  }

  private static Optional<JsonNode> listedValue(SchemaFragment fragment) {
    return fragment.facets().stream()
        .filter(Facet.OneOf.class::isInstance)
        .flatMap(facet -> ((Facet.OneOf) facet).values().stream())
        .findFirst();
  }

  /** A value of the type that the allowed ones have, and none of them. */
  static JsonNode otherValue(List<JsonNode> allowed) {
    if (!allowed.stream().allMatch(JsonNode::isNumber)) {
      return JSON.stringNode("none of the allowed values");
    }
    BigDecimal greatest =
        allowed.stream().map(JsonNode::decimalValue).max(Comparator.naturalOrder()).orElseThrow();
    return number(greatest.add(BigDecimal.ONE));
  }

  static JsonNode valueOfOtherType(JsonType type) {
    return type == JsonType.BOOLEAN ? JSON.stringNode("yes") : JSON.booleanNode(true);
  }

  static JsonNode without(JsonNode object, String name) {
    ObjectNode copy = (ObjectNode) object.deepCopy();
    copy.remove(name);
    return copy;
  }

  private static JsonNode number(BigDecimal value) {
    return value.stripTrailingZeros().scale() <= 0
        ? JSON.numberNode(value.toBigIntegerExact())
        : JSON.numberNode(value);
  }

  /** The list with that many items, its own over and over; empty where it has none. */
  private static JsonNode resized(JsonNode list, int size) {
    ArrayNode resized = JSON.arrayNode();
    for (int i = 0; i < size && !list.isEmpty(); i++) {
      resized.add(list.get(i % list.size()));
    }
    return resized;
  }
}
