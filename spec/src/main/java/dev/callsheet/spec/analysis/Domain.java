package dev.callsheet.spec.analysis;

import dev.callsheet.spec.calculus.Facet;
import dev.callsheet.spec.calculus.Fragment;
import dev.callsheet.spec.calculus.JsonType;
import dev.callsheet.spec.calculus.Matching;
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
final class Domain {
  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

  /** Longer strings are not written out to see whether they would do. */
  static final int LONGEST_WITNESS = 100_000;

  private Domain() {}

  /**
   * The cells of a shape.
   *
   * @param preferred a value to use as witness where it can be one, such as the default
   * @param fragments everything the spec asks of this parameter
   */
  static List<Cell> cells(
      Shape shape, @Nullable JsonNode preferred, Collection<Fragment> fragments) {
    if (shape instanceof Shape.Choice choice) {
      return choice.values().stream()
          .map(value -> choice.isConstant() ? Cell.value(value) : Cell.choice(value))
          .toList();
    }
    if (shape instanceof Shape.Scalar scalar) {
      return scalar.type() == JsonType.BOOLEAN
          ? List.of(Cell.choice(JSON.booleanNode(true)), Cell.choice(JSON.booleanNode(false)))
          : scalarCells(scalar, preferred, fragments);
    }
    if (shape instanceof Shape.Sequence sequence) {
      return listCells(sequence, fragments);
    }
    if (shape instanceof Shape.Union union) {
      List<Cell> cells = new ArrayList<>();
      for (Shape.Alternative alternative : union.alternatives()) {
        cells.addAll(
            alternative.shape() instanceof Shape.Choice choice
                ? choice.values().stream().map(Cell::choice).toList()
                : cells(alternative.shape(), preferred, fragments));
      }
      return cells;
    }
    return List.of(new Cell(Cell.Kind.OBJECT, JSON.objectNode(), 0, false));
  }

  /** Whether the values of a cell match; null when that is not decided for all of them alike. */
  static @Nullable Boolean matches(Cell cell, Fragment fragment) {
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
  static @Nullable Boolean matches(Cell cell, Facet facet) {
    if (facet instanceof Facet.Not not) {
      Boolean inner = matches(cell, not.fragment());
      return inner == null ? null : !inner;
    }
    return switch (cell.kind()) {
      case VALUE ->
          (cell.choice() || !isOpenEnded(facet)) ? Matching.of(facet).test(cell.witness()) : null;
      case OBJECT -> {
        if (facet instanceof Facet.OfType ofType) {
          yield ofType.type() == JsonType.OBJECT;
        }
        boolean looksInside = facet instanceof Facet.OneOf || facet instanceof Facet.Member;
        yield looksInside ? null : true;
      }
      case LIST -> {
        if (facet instanceof Facet.OfType ofType) {
          yield ofType.type() == JsonType.ARRAY;
        }
        if (facet instanceof Facet.Items items) {
          yield within(cell.items(), items);
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
  private static boolean isOpenEnded(Facet facet) {
    return facet instanceof Facet.Pattern
        || facet instanceof Facet.Format
        || facet instanceof Facet.Accepts
        || facet instanceof Facet.Step;
  }

  private static List<Cell> scalarCells(
      Shape.Scalar scalar, @Nullable JsonNode preferred, Collection<Fragment> fragments) {
    List<Facet> asked = new ArrayList<>(scalar.facets());
    asked.addAll(Candidates.facets(fragments));
    List<JsonNode> tried =
        scalar.type() == JsonType.STRING
            ? Candidates.strings(preferred, asked)
            : Candidates.numbers(scalar.type(), preferred, asked);
    Map<List<String>, Cell> cells = new LinkedHashMap<>();
    Predicate<JsonNode> allowed = Matching.of(new Fragment(scalar.facets()));
    for (JsonNode value : tried) {
      if (Matching.isOfType(value, scalar.type()) && allowed.test(value)) {
        Cell cell = Cell.value(value);
        cells.putIfAbsent(signature(cell, fragments), cell);
      }
    }
    if (cells.isEmpty() && !isExhaustive(scalar)) {
      return List.of(new Cell(Cell.Kind.UNKNOWN, JSON.stringNode(""), 0, false));
    }
    return List.copyOf(cells.values());
  }

  private static List<Cell> listCells(Shape.Sequence sequence, Collection<Fragment> fragments) {
    List<Facet> asked = new ArrayList<>(sequence.facets());
    asked.addAll(Candidates.facets(fragments));
    Map<List<String>, Cell> cells = new LinkedHashMap<>();
    for (int count : Candidates.itemCounts(asked)) {
      Cell cell = new Cell(Cell.Kind.LIST, JSON.arrayNode(), count, false);
      boolean allowed =
          sequence.facets().stream()
              .allMatch(facet -> !(facet instanceof Facet.Items items) || within(count, items));
      if (allowed) {
        List<String> signature = new ArrayList<>(signature(cell, fragments));
        signature.add(count == 0 ? "empty" : "filled");
        cells.putIfAbsent(signature, cell);
      }
    }
    return List.copyOf(cells.values());
  }

  private static List<String> signature(Cell cell, Collection<Fragment> fragments) {
    return fragments.stream().map(fragment -> String.valueOf(matches(cell, fragment))).toList();
  }

  /** Whether, where no value tried is allowed, no value is. */
  private static boolean isExhaustive(Shape.Scalar scalar) {
    return scalar.facets().stream().allMatch(Domain::isExhaustive);
  }

  private static boolean isExhaustive(Facet facet) {
    if (facet instanceof Facet.Length length) {
      Integer minimum = length.minimum();
      return minimum == null || minimum < LONGEST_WITNESS;
    }
    return facet instanceof Facet.Range
        || facet instanceof Facet.Step
        || facet instanceof Facet.OneOf;
  }

  private static boolean within(int count, Facet.Items bounds) {
    Integer minimum = bounds.minimum();
    Integer maximum = bounds.maximum();
    return (minimum == null || count >= minimum) && (maximum == null || count <= maximum);
  }
}
