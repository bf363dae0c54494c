package dev.callsheet.linter.internal.repair;

import dev.callsheet.spec.logic.Facet;
import dev.callsheet.spec.logic.FacetPredicates;
import dev.callsheet.spec.logic.Formula;
import dev.callsheet.spec.logic.JsonNumbers;
import dev.callsheet.spec.logic.JsonType;
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
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;

/** The values that a model's shapes and rules name, by the parameter they are named for. */
final class ReplacementValues {
  /** Of more values than this, those that are nearest are tried. */
  private static final int MAX_REPLACEMENTS = 8;

  /** More of them are tried where there is none yet, to see whether only one will do. */
  private static final int MAX_NEW_VALUES = 40;

  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

  private final Map<ParameterPath, List<Facet>> facetsByPath = new HashMap<>();

  /** Gathers what a spec names. */
  ReplacementValues(ModelSpec spec) {
    for (Rule rule : spec.rules()) {
      collect(rule.scope(), rule.body().toFormula());
      if (rule.documentedBody() != null) {
        collect(rule.scope(), rule.documentedBody().toFormula());
      }
    }
  }

  /** The parameters of a list's items that rules about the list as a whole name values for. */
  List<ParameterPath> constrainedPathsInItems(ParameterPath list) {
    ParameterPath items = list.eachItem();
    return facetsByPath.keySet().stream()
        .filter(path -> path.steps().size() > items.steps().size())
        .filter(path -> path.steps().subList(0, items.steps().size()).equals(items.steps()))
        .sorted()
        .toList();
  }

  /** Values to try instead of one, or where there is none, those nearest to it in front. */
  List<JsonNode> nearest(ExpectedShapes slot, @Nullable JsonNode was) {
    List<Facet> facets = new ArrayList<>(facetsByPath.getOrDefault(slot.path(), List.of()));
    Set<JsonNode> tried = new LinkedHashSet<>();
    for (Shape shape : slot.shapes()) {
      if (shape instanceof Shape.Choice choice) {
        tried.addAll(choice.values());
      } else if (shape instanceof Shape.Scalar scalar) {
        facets.addAll(scalar.facets());
        if (scalar.type() == JsonType.BOOLEAN) {
          tried.addAll(List.of(JSON.booleanNode(true), JSON.booleanNode(false)));
        }
      }
    }
    for (Facet facet : facets) {
      if (facet instanceof Facet.OneOf oneOf) {
        tried.addAll(oneOf.values());
      }
    }
    if (was != null && was.isNumber()) {
      tried.addAll(nearbyNumbers(slot, facets, JsonNumbers.decimalValue(was)));
    }
    slot.defaultValue().ifPresent(tried::add);
    return tried.stream()
        .filter(value -> (was == null || !isEqual(was, value)) && slot.accepts(value))
        .sorted(Comparator.comparingDouble(value -> distance(was, value)))
        .limit(was == null ? MAX_NEW_VALUES : MAX_REPLACEMENTS)
        .toList();
  }

  /** The step that the numbers of a slot are multiples of. */
  static BigDecimal stepOf(ExpectedShapes slot) {
    BigDecimal step = new BigDecimal("0.000001");
    for (Shape shape : slot.shapes()) {
      if (shape instanceof Shape.Scalar scalar) {
        step = scalar.type() == JsonType.INTEGER ? BigDecimal.ONE : step;
        for (Facet facet : scalar.facets()) {
          step = facet instanceof Facet.MultipleOf every ? every.divisor() : step;
        }
      }
    }
    return step;
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

  /**
   * The bounds that the facets name and the multiples of a step beside them and beside a number.
   */
  private static List<JsonNode> nearbyNumbers(
      ExpectedShapes slot, List<Facet> facets, BigDecimal was) {
    Set<BigDecimal> marks = new TreeSet<>();
    if (JsonNumbers.isCalculable(was)) {
      marks.add(was);
    }
    for (Facet facet : facets) {
      if (facet instanceof Facet.Range range) {
        BigDecimal minimum = range.minimum();
        BigDecimal maximum = range.maximum();
        if (minimum != null) {
          marks.add(minimum);
        }
        if (maximum != null) {
          marks.add(maximum);
        }
      }
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

  /** The lengths that a list may be cut to, by what the facets name. */
  Set<Integer> maximumLengths(ExpectedShapes slot, ArrayNode list) {
    List<Facet> facets = new ArrayList<>(facetsByPath.getOrDefault(slot.path(), List.of()));
    for (Shape shape : slot.shapes()) {
      if (shape instanceof Shape.Sequence sequence) {
        facets.addAll(sequence.facets());
      }
    }
    Set<Integer> lengths = new TreeSet<>(Comparator.reverseOrder());
    for (Facet facet : facets) {
      Integer most = facet instanceof Facet.ItemCount items ? items.maximum() : null;
      if (most != null && most > 0 && most < list.size()) {
        lengths.add(most);
      }
    }
    return lengths;
  }

  private void collect(ParameterPath scope, Formula formula) {
    if (formula instanceof Formula.Matches atom) {
      collect(scope.resolve(atom.path()), atom.fragment());
    } else if (formula instanceof Formula.All combined) {
      combined.parts().forEach(part -> collect(scope, part));
    } else if (formula instanceof Formula.Any combined) {
      combined.parts().forEach(part -> collect(scope, part));
    } else if (formula instanceof Formula.Count combined) {
      combined.parts().forEach(part -> collect(scope, part));
    } else if (formula instanceof Formula.Not negated) {
      collect(scope, negated.part());
    } else if (formula instanceof Formula.Implies conditional) {
      collect(scope, conditional.condition());
      collect(scope, conditional.consequence());
    }
  }

  private void collect(ParameterPath path, SchemaFragment fragment) {
    for (Facet facet : fragment.facets()) {
      facetsByPath.computeIfAbsent(path, same -> new ArrayList<>()).add(facet);
      if (facet instanceof Facet.Not not) {
        collect(path, not.fragment());
      } else if (facet instanceof Facet.HasMember member) {
        collect(path.member(member.name()), member.fragment());
      } else if (facet instanceof Facet.Contains contains) {
        collect(path.eachItem(), contains.fragment());
      }
    }
  }
}
