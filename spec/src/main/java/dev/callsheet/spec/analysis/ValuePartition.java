package dev.callsheet.spec.analysis;

import dev.callsheet.spec.logic.Facet;
import dev.callsheet.spec.logic.FacetPredicates;
import dev.callsheet.spec.logic.JsonType;
import dev.callsheet.spec.logic.SchemaFragment;
import dev.callsheet.spec.model.Shape;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/** The values a parameter may have, cut into the cells that a spec's fragments tell apart. */
final class ValuePartition {
  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

  /** Longer strings are not written out to see whether they would do. */
  static final int MAX_SAMPLE_LENGTH = 100_000;

  private ValuePartition() {}

  /**
   * The cells of a shape.
   *
   * @param preferred a value to use as witness where it can be one, such as the default
   * @param fragments everything the spec asks of this parameter
   */
  static List<ValueClass> classesOf(
      Shape shape, @Nullable JsonNode preferred, Collection<SchemaFragment> fragments) {
    if (shape instanceof Shape.Choice choice) {
      return choice.values().stream()
          .map(value -> choice.isConstant() ? ValueClass.unlisted(value) : ValueClass.listed(value))
          .toList();
    }
    if (shape instanceof Shape.Scalar scalar) {
      return scalar.type() == JsonType.BOOLEAN
          ? List.of(
              ValueClass.listed(JSON.booleanNode(true)), ValueClass.listed(JSON.booleanNode(false)))
          : scalarClasses(scalar, preferred, fragments);
    }
    if (shape instanceof Shape.Sequence sequence) {
      return listClasses(sequence, fragments);
    }
    if (shape instanceof Shape.Union union) {
      List<ValueClass> cells = new ArrayList<>();
      for (Shape.Alternative alternative : union.alternatives()) {
        cells.addAll(
            alternative.shape() instanceof Shape.Choice choice
                ? choice.values().stream().map(ValueClass::listed).toList()
                : classesOf(alternative.shape(), preferred, fragments));
      }
      return cells;
    }
    return List.of(new ValueClass(ValueClass.Kind.OBJECT, JSON.objectNode(), 0, false));
  }

  /** Whether the values of a cell match; null when that is not decided for all of them alike. */
  static @Nullable Boolean matches(ValueClass cell, SchemaFragment fragment) {
    Boolean all = true;
    for (Facet facet : fragment.facets()) {
      Boolean one = matches(cell, facet);
      if (Boolean.FALSE.equals(one)) {
        return false;
      }
      all = one == null ? null : all;
    }
    return all;
  }

  /** Whether a facet holds of the values of a cell; null when not decided for all alike. */
  static @Nullable Boolean matches(ValueClass cell, Facet facet) {
    if (facet instanceof Facet.Not not) {
      Boolean inner = matches(cell, not.fragment());
      return inner == null ? null : !inner;
    }
    return switch (cell.kind()) {
      case VALUE ->
          (cell.listed() || !hasUnboundedCases(facet))
              ? FacetPredicates.of(facet).test(cell.representative())
              : null;
      case OBJECT -> {
        if (facet instanceof Facet.OfType ofType) {
          yield ofType.type() == JsonType.OBJECT;
        }
        boolean looksInside = facet instanceof Facet.OneOf || facet instanceof Facet.HasMember;
        yield looksInside ? null : true;
      }
      case LIST -> {
        if (facet instanceof Facet.OfType ofType) {
          yield ofType.type() == JsonType.ARRAY;
        }
        if (facet instanceof Facet.ItemCount items) {
          yield isWithin(cell.itemCount(), items);
        }
        boolean looksInside =
            facet instanceof Facet.OneOf
                || facet instanceof Facet.UniqueItems
                || facet instanceof Facet.Contains;
        yield looksInside ? null : true;
      }
      case UNKNOWN -> null;
    };
  }

  /** Whether the facet splits strings or numbers in ways that no finite list of tries covers. */
  private static boolean hasUnboundedCases(Facet facet) {
    return facet instanceof Facet.Pattern
        || facet instanceof Facet.Format
        || facet instanceof Facet.Accepts
        || facet instanceof Facet.MultipleOf;
  }

  private static List<ValueClass> scalarClasses(
      Shape.Scalar scalar, @Nullable JsonNode preferred, Collection<SchemaFragment> fragments) {
    List<Facet> asked = new ArrayList<>(scalar.facets());
    asked.addAll(BoundaryValues.allFacets(fragments));
    List<JsonNode> tried =
        scalar.type() == JsonType.STRING
            ? BoundaryValues.strings(preferred, asked)
            : BoundaryValues.numbers(scalar.type(), preferred, asked);
    Map<List<String>, ValueClass> cells = new LinkedHashMap<>();
    Predicate<JsonNode> allowed = FacetPredicates.of(new SchemaFragment(scalar.facets()));
    for (JsonNode value : tried) {
      if (FacetPredicates.isOfType(value, scalar.type()) && allowed.test(value)) {
        ValueClass cell = ValueClass.unlisted(value);
        cells.putIfAbsent(signature(cell, fragments), cell);
      }
    }
    if (cells.isEmpty() && !isExhaustive(scalar)) {
      return List.of(new ValueClass(ValueClass.Kind.UNKNOWN, JSON.stringNode(""), 0, false));
    }
    return List.copyOf(cells.values());
  }

  private static List<ValueClass> listClasses(
      Shape.Sequence sequence, Collection<SchemaFragment> fragments) {
    List<Facet> asked = new ArrayList<>(sequence.facets());
    asked.addAll(BoundaryValues.allFacets(fragments));
    Map<List<String>, ValueClass> cells = new LinkedHashMap<>();
    for (int count : BoundaryValues.itemCounts(asked)) {
      ValueClass cell = new ValueClass(ValueClass.Kind.LIST, JSON.arrayNode(), count, false);
      boolean allowed =
          sequence.facets().stream()
              .allMatch(
                  facet -> !(facet instanceof Facet.ItemCount items) || isWithin(count, items));
      if (allowed) {
        List<String> signature = new ArrayList<>(signature(cell, fragments));
        signature.add(count == 0 ? "empty" : "filled");
        cells.putIfAbsent(signature, cell);
      }
    }
    return List.copyOf(cells.values());
  }

  private static List<String> signature(ValueClass cell, Collection<SchemaFragment> fragments) {
    return fragments.stream().map(fragment -> String.valueOf(matches(cell, fragment))).toList();
  }

  /** Whether, where no value tried is allowed, no value is. */
  private static boolean isExhaustive(Shape.Scalar scalar) {
    return scalar.facets().stream().allMatch(ValuePartition::isExhaustive);
  }

  private static boolean isExhaustive(Facet facet) {
    if (facet instanceof Facet.Length length) {
      Integer minimum = length.minimum();
      return minimum == null || minimum < MAX_SAMPLE_LENGTH;
    }
    return facet instanceof Facet.Range
        || facet instanceof Facet.MultipleOf
        || facet instanceof Facet.OneOf;
  }

  private static boolean isWithin(int count, Facet.ItemCount bounds) {
    Integer minimum = bounds.minimum();
    Integer maximum = bounds.maximum();
    return (minimum == null || count >= minimum) && (maximum == null || count <= maximum);
  }
}
