package dev.callsheet.spec.parser;

import dev.callsheet.spec.logic.Facet;
import dev.callsheet.spec.logic.FacetPredicates;
import dev.callsheet.spec.logic.FacetVisitor;
import dev.callsheet.spec.logic.JsonType;
import dev.callsheet.spec.model.Shape;
import dev.callsheet.spec.source.SpellingSuggestion;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/** Whether a value that a spec writes is one that its parameter can have. */
final class ShapeCompatibility {
  private static final FacetVisitor<String> VIOLATION =
      new FacetVisitor.Default<>() {
        @Override
        protected String visitOther(Facet facet) {
          return "does not match what is demanded of it";
        }

        @Override
        public String visitRange(Facet.Range facet) {
          return "is out of its range";
        }

        @Override
        public String visitMultipleOf(Facet.MultipleOf facet) {
          return "is no multiple of " + facet.divisor().toPlainString();
        }

        @Override
        public String visitLength(Facet.Length facet) {
          return "is too short or too long";
        }

        @Override
        public String visitFormat(Facet.Format facet) {
          return "is no `" + facet.name() + "`";
        }

        @Override
        public String visitItemCount(Facet.ItemCount facet) {
          return "has too few or too many items";
        }

        @Override
        public String visitMemberCount(Facet.MemberCount facet) {
          return "has too few or too many members";
        }
      };

  private ShapeCompatibility() {}

  /**
   * Why the value fits none of the shapes: the end of a sentence that begins with the parameter.
   * Empty when it fits one, or when no shape is known.
   */
  static Optional<String> mismatchMessage(JsonNode value, Collection<Shape> shapes) {
    List<Shape> flat = shapes.stream().flatMap(shape -> shape.variants().stream()).toList();
    if (flat.isEmpty() || flat.stream().anyMatch(shape -> shape.accepts(value))) {
      return Optional.empty();
    }
    Set<JsonType> types = KeywordTypes.of(flat);
    if (flat.stream().allMatch(Shape.Choice.class::isInstance)) {
      return Optional.of("is never " + value + "; it is " + allowedValues(value, flat));
    }
    if (flat.stream().noneMatch(shape -> shape.hasTypeOf(value))) {
      return Optional.of("is never " + value + "; it is " + KeywordTypes.describe(types));
    }
    return Optional.of(
        "is never "
            + value
            + flat.stream()
                .flatMap(shape -> shape.facets().stream())
                .filter(facet -> !FacetPredicates.of(facet).test(value))
                .findFirst()
                .map(facet -> ", which " + violationMessage(facet))
                .orElse(""));
  }

  /** How a value violates a facet: the end of a sentence that begins with the value. */
  static String violationMessage(Facet facet) {
    return facet.accept(VIOLATION);
  }

  private static String allowedValues(JsonNode value, List<Shape> choices) {
    List<JsonNode> allowed =
        choices.stream().flatMap(shape -> ((Shape.Choice) shape).values().stream()).toList();
    List<String> words = allowed.stream().map(JsonNode::asString).toList();
    return allowed.stream().map(JsonNode::toString).collect(Collectors.joining(" or "))
        + (value.isString() ? SpellingSuggestion.hint(value.stringValue(), words) : "");
  }
}
