package dev.callsheet.linter.internal.repair;

import dev.callsheet.spec.logic.Facet;
import dev.callsheet.spec.logic.FacetPredicates;
import dev.callsheet.spec.logic.Formula;
import dev.callsheet.spec.logic.JsonNumbers;
import dev.callsheet.spec.logic.ParameterPath;
import dev.callsheet.spec.logic.SchemaFragment;
import dev.callsheet.spec.model.ModelSpec;
import dev.callsheet.spec.model.Rule;
import dev.callsheet.spec.model.Shape;
import dev.callsheet.spec.source.SpellingSuggestion;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;

/** The values that may replace a wrong one: those that the shapes and rules of a model name. */
final class ReplacementValues {
  /** Of more values than this, those that are nearest are tried. */
  private static final int MAX_REPLACEMENTS = 8;

  /** More of them are tried where there is none yet, to see whether only one will do. */
  private static final int MAX_NEW_VALUES = 40;

  private static final BigDecimal SMALLEST_STEP = new BigDecimal("0.000001");

  private final Map<ParameterPath, List<Facet>> facetsByPath = new HashMap<>();

  /** Gathers what a spec names. */
  ReplacementValues(ModelSpec spec) {
    for (Rule rule : spec.rulesAndAdvice()) {
      collect(rule.scope(), rule.body().toFormula());
      if (rule.documentedBody() != null) {
        collect(rule.scope(), rule.documentedBody().toFormula());
      }
    }
  }

  private void collect(ParameterPath scope, Formula formula) {
    formula
        .atoms(Formula.Matches.class)
        .forEach(atom -> collect(scope.resolve(atom.path()), atom.fragment()));
  }

  private void collect(ParameterPath path, SchemaFragment fragment) {
    for (Facet facet : fragment.facets()) {
      facetsByPath.computeIfAbsent(path, same -> new ArrayList<>()).add(facet);
      if (facet instanceof Facet.Nested nested) {
        collect(path.resolve(nested.subject()), nested.fragment());
      }
    }
  }

  /** The parameters of a list's items that rules about the list as a whole name values for. */
  List<ParameterPath> constrainedPathsInItems(ParameterPath list) {
    ParameterPath items = list.eachItem();
    return facetsByPath.keySet().stream()
        .filter(path -> items.isPrefixOf(path) && !path.equals(items))
        .sorted()
        .toList();
  }

  /** Values to try instead of one, or where there is none, those nearest to it in front. */
  List<JsonNode> nearest(ExpectedShapes slot, @Nullable JsonNode was) {
    FacetValueCollector named = namedValues(slot);
    Set<JsonNode> tried = new LinkedHashSet<>();
    slot.shapes().forEach(shape -> tried.addAll(shape.listedValues()));
    tried.addAll(named.values());
    if (was != null && was.isNumber()) {
      tried.addAll(nearbyNumbers(slot, named.bounds(), JsonNumbers.decimalValue(was)));
    }
    slot.defaultValue().ifPresent(tried::add);
    return tried.stream()
        .filter(value -> (was == null || !isEqual(was, value)) && slot.accepts(value))
        .sorted(Comparator.comparingDouble(value -> distance(was, value)))
        .limit(was == null ? MAX_NEW_VALUES : MAX_REPLACEMENTS)
        .toList();
  }

  /** The lengths that a list may be cut to, the greatest first. */
  List<Integer> maximumLengths(ExpectedShapes slot, ArrayNode list) {
    return namedValues(slot).maximumLengths().stream()
        .filter(length -> length > 0 && length < list.size())
        .toList();
  }

  private FacetValueCollector namedValues(ExpectedShapes slot) {
    return FacetValueCollector.of(
        Stream.concat(
            facetsByPath.getOrDefault(slot.path(), List.of()).stream(),
            slot.shapes().stream().flatMap(shape -> shape.facets().stream())));
  }

  /** The step that the numbers of a slot are multiples of. */
  static BigDecimal stepOf(ExpectedShapes slot) {
    return slot.ofKind(Shape.Scalar.class)
        .flatMap(scalar -> scalar.step().stream())
        .reduce((one, other) -> other)
        .orElse(SMALLEST_STEP);
  }

  /** Whether two values are equal as JSON Schema means it. */
  static boolean isEqual(JsonNode one, JsonNode other) {
    return FacetPredicates.of(new Facet.OneOf(List.of(one))).test(other);
  }

  /** How unlike two values are, from 0. */
  private static double distance(@Nullable JsonNode was, JsonNode value) {
    if (was == null) {
      return 0;
    }
    if (was.isNumber() && value.isNumber()) {
      return Math.abs(
          JsonNumbers.decimalValue(was).doubleValue()
              - JsonNumbers.decimalValue(value).doubleValue());
    }
    return was.isString()
            && value.isString()
            && SpellingSuggestion.nearest(was.stringValue(), List.of(value.stringValue()))
                .isPresent()
        ? 0
        : 1;
  }

  /** Bounds and the number itself, and the multiples of the step beside them. */
  private static List<JsonNode> nearbyNumbers(
      ExpectedShapes slot, Set<BigDecimal> bounds, BigDecimal was) {
    Set<BigDecimal> marks = new TreeSet<>(bounds);
    if (JsonNumbers.isCalculable(was)) {
      marks.add(was);
    }
    BigDecimal step = stepOf(slot);
    Set<BigDecimal> numbers = new LinkedHashSet<>();
    for (BigDecimal mark : marks) {
      BigDecimal below = StepRounding.roundDown(mark, step);
      numbers.add(below);
      numbers.add(StepRounding.roundUp(mark, step));
      numbers.add(below.subtract(step));
      numbers.add(below.add(step));
    }
    return numbers.stream().map(StepRounding::toJson).toList();
  }
}
