package dev.callsheet.generator.vectors;

import dev.callsheet.runtime.StructuralRule;
import dev.callsheet.spec.logic.Facet;
import dev.callsheet.spec.logic.FacetPredicates;
import dev.callsheet.spec.logic.JsonType;
import dev.callsheet.spec.model.Parameter;
import dev.callsheet.spec.model.Shape;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Every way in which a value can break one constraint of its shape. */
final class ShapeMutations {
  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
  private static final int MAX_TEXT_LENGTH = 100_000;

  /** A value of each type. */
  private static final List<JsonNode> VALUE_OF_EACH_TYPE =
      List.of(
          JSON.booleanNode(true),
          JSON.stringNode("of another type"),
          JSON.numberNode(7),
          JSON.arrayNode(),
          JSON.objectNode());

  private final List<Mutation> mutations = new ArrayList<>();

  private ShapeMutations() {}

  static List<Mutation> of(Shape shape) {
    ShapeMutations mutations = new ShapeMutations();
    mutations.collect(shape);
    return List.copyOf(mutations.mutations);
  }

  private void collect(Shape shape) {
    if (shape instanceof Shape.Scalar scalar) {
      replace(StructuralRule.WRONG_TYPE, "", wrongType(scalar.type()));
      scalar.facets().forEach(this::collect);
    } else if (shape instanceof Shape.Choice choice) {
      replace(StructuralRule.NOT_ALLOWED_VALUE, "", disallowedValue(choice.values()));
    } else if (shape instanceof Shape.Sequence sequence) {
      replace(StructuralRule.WRONG_TYPE, "", JSON.stringNode("no list"));
      sequence.facets().forEach(this::collect);
    } else if (shape instanceof Shape.Structure structure) {
      replace(StructuralRule.WRONG_TYPE, "", JSON.arrayNode());
      add(StructuralRule.UNKNOWN_PARAMETER, "", value -> with(value, "notAParameter", JSON.booleanNode(true)));
      structure.members().stream()
          .filter(Parameter::required)
          .forEach(
              member ->
                  add(StructuralRule.MISSING_PARAMETER, member.name(), value -> without(value, member.name())));
    } else if (shape instanceof Shape.Union union) {
      VALUE_OF_EACH_TYPE.stream()
          .filter(
              value ->
                  union.alternatives().stream().noneMatch(a -> hasSameJsonType(a.shape(), value)))
          .findFirst()
          .ifPresent(value -> replace(StructuralRule.WRONG_TYPE, "", value));
    }
  }

  private void collect(Facet facet) {
    if (facet instanceof Facet.Range range) {
      addBoundViolation("minimum", range.minimum(), BigDecimal.ONE.negate());
      addBoundViolation("maximum", range.maximum(), BigDecimal.ONE);
    } else if (facet instanceof Facet.MultipleOf step) {
      BigDecimal half = step.divisor().divide(BigDecimal.valueOf(2));
      if (half.stripTrailingZeros().scale() <= 0 || step.divisor().scale() > 0) {
        add(StructuralRule.OUT_OF_RANGE, "step", value -> JSON.numberNode(value.decimalValue().add(half)));
      }
    } else if (facet instanceof Facet.Length length) {
      Integer minimum = length.minimum();
      Integer maximum = length.maximum();
      if (minimum != null && minimum > 0 && minimum <= MAX_TEXT_LENGTH) {
        replace(StructuralRule.WRONG_LENGTH, "minimum", JSON.stringNode("x".repeat(minimum - 1)));
      }
      if (maximum != null && maximum < MAX_TEXT_LENGTH) {
        replace(StructuralRule.WRONG_LENGTH, "maximum", JSON.stringNode("x".repeat(maximum + 1)));
      }
    } else if (facet instanceof Facet.Format
        || facet instanceof Facet.Accepts
        || facet instanceof Facet.Pattern) {
      replace(StructuralRule.WRONG_FORMAT, "", JSON.stringNode("neither this nor that"));
    } else if (facet instanceof Facet.ItemCount items) {
      Integer minimum = items.minimum();
      Integer maximum = items.maximum();
      if (minimum != null && minimum > 0) {
        add(StructuralRule.TOO_FEW_ITEMS, "", value -> resized(value, minimum - 1));
      }
      if (maximum != null) {
        add(StructuralRule.TOO_MANY_ITEMS, "", value -> resized(value, maximum + 1));
      }
    }
  }

  private void addBoundViolation(String label, @Nullable BigDecimal bound, BigDecimal direction) {
    if (bound != null) {
      replace(StructuralRule.OUT_OF_RANGE, label, number(bound.add(direction)));
    }
  }

  private void replace(StructuralRule rule, String label, JsonNode wrong) {
    add(rule, label, value -> wrong);
  }

  private void add(StructuralRule rule, String label, UnaryOperator<JsonNode> change) {
    mutations.add(new Mutation(rule.id(), label, change));
  }

  /** Whether a shape's values are of the same type as this one. */
  private static boolean hasSameJsonType(Shape shape, JsonNode value) {
    if (shape instanceof Shape.Scalar scalar) {
      return FacetPredicates.isOfType(value, scalar.type());
    }
    if (shape instanceof Shape.Choice choice) {
      return choice.values().stream().anyMatch(v -> v.getNodeType() == value.getNodeType());
    }
    return shape instanceof Shape.Sequence ? value.isArray() : value.isObject();
  }

  /** A value of the type that the allowed ones have, and none of them. */
  private static JsonNode disallowedValue(List<JsonNode> allowed) {
    if (!allowed.stream().allMatch(JsonNode::isNumber)) {
      return JSON.stringNode("none of the allowed values");
    }
    BigDecimal greatest =
        allowed.stream().map(JsonNode::decimalValue).max(Comparator.naturalOrder()).orElseThrow();
    return number(greatest.add(BigDecimal.ONE));
  }

  private static JsonNode wrongType(JsonType type) {
    return type == JsonType.BOOLEAN ? JSON.stringNode("yes") : JSON.booleanNode(true);
  }

  private static JsonNode number(BigDecimal value) {
    return value.stripTrailingZeros().scale() <= 0
        ? JSON.numberNode(value.toBigIntegerExact())
        : JSON.numberNode(value);
  }

  private static JsonNode with(JsonNode object, String name, JsonNode value) {
    return ((ObjectNode) object.deepCopy()).set(name, value);
  }

  private static JsonNode without(JsonNode object, String name) {
    ObjectNode copy = (ObjectNode) object.deepCopy();
    copy.remove(name);
    return copy;
  }

  /** The list with that many items, its own over and over; unchanged where it has none. */
  private static JsonNode resized(JsonNode list, int size) {
    ArrayNode resized = JSON.arrayNode();
    for (int i = 0; i < size && !list.isEmpty(); i++) {
      resized.add(list.get(i % list.size()));
    }
    return resized;
  }
}
