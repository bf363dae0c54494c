package dev.callsheet.spec.repair;

import dev.callsheet.spec.calculus.Facet;
import dev.callsheet.spec.calculus.Formula;
import dev.callsheet.spec.calculus.Fragment;
import dev.callsheet.spec.calculus.JsonType;
import dev.callsheet.spec.calculus.Matching;
import dev.callsheet.spec.calculus.Numbers;
import dev.callsheet.spec.calculus.Path;
import dev.callsheet.spec.model.ModelSpec;
import dev.callsheet.spec.model.Requirement;
import dev.callsheet.spec.model.Rule;
import dev.callsheet.spec.model.Shape;
import dev.callsheet.spec.source.Suggestion;
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
final class Values {
  /** Of more values than this, those that are nearest are tried. */
  private static final int MOST = 8;

  /** More of them are tried where there is none yet, to see whether only one will do. */
  private static final int MOST_NEW = 40;

  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

  private final Map<Path, List<Facet>> named = new HashMap<>();

  /** Gathers what a spec names. */
  Values(ModelSpec spec) {
    for (Rule rule : spec.rules()) {
      collect(rule.scope(), Requirement.of(rule.body()));
      if (rule.documented() != null) {
        collect(rule.scope(), Requirement.of(rule.documented()));
      }
    }
  }

  /** The parameters of a list's items that rules about the list as a whole name values for. */
  List<Path> namedInItemsOf(Path list) {
    Path items = list.eachItem();
    return named.keySet().stream()
        .filter(path -> path.steps().size() > items.steps().size())
        .filter(path -> path.steps().subList(0, items.steps().size()).equals(items.steps()))
        .sorted()
        .toList();
  }

  /** Values to try instead of one, or where there is none, those nearest to it in front. */
  List<JsonNode> near(Slot slot, @Nullable JsonNode was) {
    List<Facet> facets = new ArrayList<>(named.getOrDefault(slot.path(), List.of()));
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
      tried.addAll(numbers(slot, facets, Numbers.of(was)));
    }
    slot.defaultValue().ifPresent(tried::add);
    return tried.stream()
        .filter(value -> (was == null || !same(was, value)) && slot.accepts(value))
        .sorted(Comparator.comparingDouble(value -> apart(was, value)))
        .limit(was == null ? MOST_NEW : MOST)
        .toList();
  }

  /** The step that the numbers of a slot are multiples of. */
  static BigDecimal step(Slot slot) {
    BigDecimal step = new BigDecimal("0.000001");
    for (Shape shape : slot.shapes()) {
      if (shape instanceof Shape.Scalar scalar) {
        step = scalar.type() == JsonType.INTEGER ? BigDecimal.ONE : step;
        for (Facet facet : scalar.facets()) {
          step = facet instanceof Facet.Step every ? every.multipleOf() : step;
        }
      }
    }
    return step;
  }

  /** Whether two values are equal as JSON Schema means it. */
  static boolean same(JsonNode one, JsonNode other) {
    return Matching.of(new Facet.OneOf(List.of(one))).test(other);
  }

  /** How unlike two values are, from 0. */
  private static double apart(@Nullable JsonNode was, JsonNode value) {
    if (was == null) {
      return 0;
    }
    if (was.isNumber() && value.isNumber()) {
      return Math.abs(Numbers.of(was).doubleValue() - Numbers.of(value).doubleValue());
    }
    return was.isString()
            && value.isString()
            && Suggestion.nearest(was.stringValue(), List.of(value.stringValue())).isPresent()
        ? 0
        : 1;
  }

  /**
   * The bounds that the facets name and the multiples of a step beside them and beside a number.
   */
  private static List<JsonNode> numbers(Slot slot, List<Facet> facets, BigDecimal was) {
    Set<BigDecimal> marks = new TreeSet<>();
    if (Numbers.isCalculable(was)) {
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
    BigDecimal step = step(slot);
    Set<BigDecimal> numbers = new LinkedHashSet<>();
    for (BigDecimal mark : marks) {
      BigDecimal below = Numeric.downTo(mark, step);
      numbers.add(below);
      numbers.add(Numeric.upTo(mark, step));
      numbers.add(below.subtract(step));
      numbers.add(below.add(step));
    }
    return numbers.stream().map(Numeric::node).toList();
  }

  /** The lengths that a list may be cut to, by what the facets name. */
  Set<Integer> lengths(Slot slot, ArrayNode list) {
    List<Facet> facets = new ArrayList<>(named.getOrDefault(slot.path(), List.of()));
    for (Shape shape : slot.shapes()) {
      if (shape instanceof Shape.Sequence sequence) {
        facets.addAll(sequence.facets());
      }
    }
    Set<Integer> lengths = new TreeSet<>(Comparator.reverseOrder());
    for (Facet facet : facets) {
      Integer most = facet instanceof Facet.Items items ? items.maximum() : null;
      if (most != null && most > 0 && most < list.size()) {
        lengths.add(most);
      }
    }
    return lengths;
  }

  private void collect(Path scope, Formula formula) {
    if (formula instanceof Formula.Matches atom) {
      collect(scope.then(atom.path()), atom.fragment());
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

  private void collect(Path path, Fragment fragment) {
    for (Facet facet : fragment.facets()) {
      named.computeIfAbsent(path, same -> new ArrayList<>()).add(facet);
      if (facet instanceof Facet.Not not) {
        collect(path, not.fragment());
      } else if (facet instanceof Facet.Member member) {
        collect(path.member(member.name()), member.fragment());
      } else if (facet instanceof Facet.Contains contains) {
        collect(path.eachItem(), contains.fragment());
      }
    }
  }
}
