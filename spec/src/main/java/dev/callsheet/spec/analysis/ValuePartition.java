package dev.callsheet.spec.analysis;

import dev.callsheet.runtime.LengthUnit;
import dev.callsheet.spec.logic.Facet;
import dev.callsheet.spec.logic.FacetVisitor;
import dev.callsheet.spec.logic.JsonType;
import dev.callsheet.spec.logic.SchemaFragment;
import dev.callsheet.spec.logic.TruthValue;
import dev.callsheet.spec.model.Shape;
import dev.callsheet.spec.model.ShapeVisitor;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/**
 * Partitions the values that a parameter may have into classes such that the fragments of a spec
 * that look at the parameter treat all values of a class alike (equivalence classes of values).
 *
 * <p>The classes need not be described, only counted and represented: the values at and around all
 * {@linkplain BoundaryValues bounds} are tried in turn, and the first value with a new signature
 * (which fragments it matches) represents a new class. A listed value, a boolean, an object form
 * and a number of items at a bound are classes of their own. Cost: values tried times fragments,
 * each match once.
 *
 * <p>What facets such as patterns say of a class's other values is unknown ({@link
 * ValueClassMatcher}); a shape for which no value could be constructed has one class of kind {@link
 * ValueClass.Kind#UNKNOWN}, unless the values tried show that it has none at all.
 *
 * <p>Source: equivalence partitioning of software testing, as in T. Ostrand and M. Balcer, <em>The
 * category-partition method</em> (CACM 31(6), 1988).
 */
final class ValuePartition implements ShapeVisitor<List<ValueClass>> {
  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

  /** Longer strings are not constructed, so whether they would match is not known. */
  static final int MAX_SAMPLE_LENGTH = 100_000;

  /** Objects with members of any name are not constructed with more of them. */
  private static final int MAX_SAMPLE_MEMBERS = 1000;

  private static final FacetVisitor<Boolean> IS_EXHAUSTIVE =
      new FacetVisitor.Default<>() {
        @Override
        protected Boolean visitOther(Facet facet) {
          return false; // there may be values that were not constructed
        }

        @Override
        public Boolean visitOneOf(Facet.OneOf facet) {
          return true;
        }

        @Override
        public Boolean visitRange(Facet.Range facet) {
          return true;
        }

        @Override
        public Boolean visitMultipleOf(Facet.MultipleOf facet) {
          return true;
        }

        @Override
        public Boolean visitLength(Facet.Length facet) {
          Integer minimum = facet.minimum();
          return minimum == null || minimum < MAX_SAMPLE_LENGTH;
        }
      };

  private final @Nullable JsonNode preferred;
  private final Collection<SchemaFragment> fragments;

  private ValuePartition(@Nullable JsonNode preferred, Collection<SchemaFragment> fragments) {
    this.preferred = preferred;
    this.fragments = fragments;
  }

  /**
   * The classes of a shape's values, the plainest first.
   *
   * @param preferred a value to use as representative where it can be one, such as the default
   * @param fragments everything that the spec compares this parameter with
   */
  static List<ValueClass> classesOf(
      Shape shape, @Nullable JsonNode preferred, Collection<SchemaFragment> fragments) {
    return shape.accept(new ValuePartition(preferred, fragments));
  }

  @Override
  public List<ValueClass> visitScalar(Shape.Scalar scalar) {
    if (scalar.type() == JsonType.BOOLEAN) {
      return List.of(
          ValueClass.listed(JSON.booleanNode(true)), ValueClass.listed(JSON.booleanNode(false)));
    }
    Map<List<TruthValue>, ValueClass> classes = new LinkedHashMap<>();
    BoundaryValues.of(scalar.facets(), fragments)
        .allowedValues(scalar, preferred)
        .map(ValueClass::unlisted)
        .forEach(valueClass -> classes.putIfAbsent(signature(valueClass), valueClass));
    if ((classes.isEmpty() && !isExhaustive(scalar)) || hasLengthsInSeveralUnits(scalar)) {
      JsonNode sample =
          classes.values().stream()
              .findFirst()
              .map(ValueClass::representative)
              .orElse(JSON.stringNode(""));
      return List.of(new ValueClass(ValueClass.Kind.UNKNOWN, sample, 0, false));
    }
    return List.copyOf(classes.values());
  }

  @Override
  public List<ValueClass> visitChoice(Shape.Choice choice) {
    return choice.values().stream()
        .map(value -> choice.isConstant() ? ValueClass.unlisted(value) : ValueClass.listed(value))
        .toList();
  }

  @Override
  public List<ValueClass> visitStructure(Shape.Structure structure) {
    return List.of(new ValueClass(ValueClass.Kind.OBJECT, JSON.objectNode(), 0, false));
  }

  /** One for each number of members that is told apart from others; the members are samples. */
  @Override
  public List<ValueClass> visitDictionary(Shape.Dictionary dictionary) {
    Map<List<TruthValue>, ValueClass> classes = new LinkedHashMap<>();
    BoundaryValues.of(dictionary.facets(), fragments).memberCounts().stream()
        .filter(count -> count <= MAX_SAMPLE_MEMBERS)
        .map(count -> SampleValues.ofMembers(dictionary, count))
        .filter(dictionary::accepts)
        .map(ValueClass::unlisted)
        .forEach(valueClass -> classes.putIfAbsent(signature(valueClass), valueClass));
    return classes.isEmpty()
        ? List.of(new ValueClass(ValueClass.Kind.UNKNOWN, JSON.objectNode(), 0, false))
        : List.copyOf(classes.values());
  }

  @Override
  public List<ValueClass> visitSequence(Shape.Sequence sequence) {
    Map<List<TruthValue>, ValueClass> classes = new LinkedHashMap<>();
    for (int count : BoundaryValues.of(sequence.facets(), fragments).itemCounts()) {
      ValueClass valueClass = new ValueClass(ValueClass.Kind.LIST, JSON.arrayNode(), count, false);
      boolean allowed =
          sequence.facets().stream()
              .noneMatch(facet -> ValueClassMatcher.matches(valueClass, facet) == TruthValue.FALSE);
      if (allowed) {
        List<TruthValue> signature = new ArrayList<>(signature(valueClass));
        signature.add(TruthValue.of(count == 0)); // an empty list has no item to look at
        classes.putIfAbsent(signature, valueClass);
      }
    }
    return List.copyOf(classes.values());
  }

  /** The classes of all alternatives; a constant alternative is one of several listed values. */
  @Override
  public List<ValueClass> visitUnion(Shape.Union union) {
    List<ValueClass> classes = new ArrayList<>();
    for (Shape.Alternative alternative : union.alternatives()) {
      classes.addAll(
          alternative.shape() instanceof Shape.Choice choice
              ? choice.values().stream().map(ValueClass::listed).toList()
              : alternative.shape().accept(this));
    }
    return classes;
  }

  private List<TruthValue> signature(ValueClass valueClass) {
    return fragments.stream()
        .map(fragment -> ValueClassMatcher.matches(valueClass, fragment))
        .toList();
  }

  /** In one unit, the length alone decides; in several, the characters do, and few are tried. */
  private boolean hasLengthsInSeveralUnits(Shape.Scalar scalar) {
    return Stream.concat(
                scalar.facets().stream(),
                fragments.stream().flatMap(fragment -> fragment.facets().stream()))
            .flatMap(ValuePartition::lengthUnits)
            .distinct()
            .count()
        > 1;
  }

  private static Stream<LengthUnit> lengthUnits(Facet facet) {
    if (facet instanceof Facet.Not negated) {
      return negated.fragment().facets().stream().flatMap(ValuePartition::lengthUnits);
    }
    return facet instanceof Facet.Length length ? Stream.of(length.unit()) : Stream.empty();
  }

  /** Whether, where no value tried is allowed, no value is. */
  private static boolean isExhaustive(Shape.Scalar scalar) {
    return scalar.facets().stream().allMatch(facet -> facet.accept(IS_EXHAUSTIVE));
  }
}
