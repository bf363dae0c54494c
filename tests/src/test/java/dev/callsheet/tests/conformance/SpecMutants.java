package dev.callsheet.tests.conformance;

import dev.callsheet.spec.logic.Facet;
import dev.callsheet.spec.logic.Formula;
import dev.callsheet.spec.logic.JsonType;
import dev.callsheet.spec.logic.ParameterPath;
import dev.callsheet.spec.logic.RuleBody;
import dev.callsheet.spec.logic.SchemaFragment;
import dev.callsheet.spec.model.ModelSpec;
import dev.callsheet.spec.model.Parameter;
import dev.callsheet.spec.model.Rule;
import dev.callsheet.spec.model.Shape;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/**
 * Specs that differ from one by a single change, as a hand that slips makes it: a rule, a facet, a
 * listed value, a row or an alternative is left out; a rule or a facet is turned into its opposite;
 * a bound is moved by one, or includes what it excludes; a parameter is required that is not, or
 * the other way; an integer may have a fraction. The operators are those of P. E. Black, V. Okun
 * and Y. Yesha, <em>Mutation Operators for Specifications</em>, ASE 2000.
 */
final class SpecMutants {
  private final ModelSpec model;
  private final List<SpecMutant> mutants = new ArrayList<>();

  private SpecMutants(ModelSpec model) {
    this.model = model;
  }

  /**
   * A changed spec.
   *
   * @param rule the id of the rule that is changed; null for a parameter
   * @param change where and what, in words
   */
  record SpecMutant(@Nullable String rule, String change, ModelSpec spec) {}

  /** All of a model, rules first, then parameters. */
  static List<SpecMutant> of(ModelSpec model) {
    SpecMutants mutants = new SpecMutants(model);
    for (int i = 0; i < model.rules().size(); i++) {
      mutants.addRule(i);
    }
    mutants.addShapes();
    return List.copyOf(mutants.mutants);
  }

  private void addRule(int index) {
    Rule rule = model.rules().get(index);
    List<Rule> without = new ArrayList<>(model.rules());
    without.remove(index);
    add(rule, "left out", without);
    Formula opposite = new Formula.Not(rule.body().toFormula());
    add(index, "turned", new RuleBody.Conditional(null, List.of(opposite), List.of(), Map.of()));
    for (RecordPlace place :
        RecordPlace.of(rule.body(), (record, component) -> !(record instanceof ParameterPath))) {
      changes(
          place,
          (what, value) -> add(index, at(place, what), (RuleBody) place.with().apply(value)));
    }
  }

  private void add(int index, String change, RuleBody body) {
    Rule rule = model.rules().get(index);
    List<Rule> changed = new ArrayList<>(model.rules());
    changed.set(
        index,
        new Rule(
            rule.id(),
            rule.severity(),
            rule.description(),
            rule.scope(),
            body,
            rule.documentedBody(),
            rule.contradicts(),
            rule.note(),
            rule.deprecation(),
            rule.redundancy(),
            rule.proposal(),
            rule.location()));
    add(rule, change, changed);
  }

  private void add(Rule rule, String change, List<Rule> rules) {
    mutants.add(new SpecMutant(rule.id(), rule.id() + ": " + change, with(model.request(), rules)));
  }

  private void addShapes() {
    Set<String> described = Set.of("metadata", "defaultValue", "path", "location");
    for (RecordPlace place :
        RecordPlace.of(
            model.request(),
            (record, component) ->
                !(record instanceof Parameter && described.contains(component))
                    && !(record instanceof Shape.Option))) {
      changes(
          place,
          (what, value) ->
              mutants.add(
                  new SpecMutant(
                      null,
                      at(place, what),
                      with((Shape.Structure) place.with().apply(value), model.rules()))));
    }
  }

  private static String at(RecordPlace place, String what) {
    return place.path() + " " + what;
  }

  private ModelSpec with(Shape.Structure request, List<Rule> rules) {
    return new ModelSpec(
        model.metadata(),
        request,
        model.modes(),
        rules,
        model.advice(),
        model.pricing(),
        model.response(),
        model.examples(),
        model.tests(),
        model.leftOut(),
        model.location());
  }

  /** What a hand that slips makes of what is at a place: each change in words, and its outcome. */
  private static void changes(RecordPlace place, BiConsumer<String, Object> found) {
    Object value = place.value();
    if (value instanceof List<?> list) {
      listChanges(list, place.path().endsWith(".forbidden"), found);
    } else if (value instanceof Map<?, ?> map) {
      for (Object key : map.keySet()) {
        Map<Object, Object> without = new LinkedHashMap<>(map);
        without.remove(key);
        found.accept("without " + key, without);
      }
    } else if (value instanceof Facet facet) {
      facetChanges(facet).forEach(changed -> found.accept("is " + changed, changed));
    } else if (value instanceof RuleBody body) {
      bodyChanges(body).forEach(changed -> found.accept("is " + changed, changed));
    } else if (value instanceof Parameter parameter) {
      found.accept(
          parameter.path() + (parameter.required() ? " optional" : " required"), turned(parameter));
    } else if (value instanceof Shape.Scalar scalar && scalar.type() == JsonType.INTEGER) {
      found.accept("is a number", new Shape.Scalar(JsonType.NUMBER, scalar.facets()));
    } else if (value instanceof JsonNode number && number.isNumber()) {
      for (int step : List.of(-1, 1)) {
        BigDecimal moved = number.decimalValue().add(BigDecimal.valueOf(step));
        found.accept(number + " is " + moved, number(moved));
      }
    }
  }

  private static JsonNode number(BigDecimal value) {
    return value.stripTrailingZeros().scale() <= 0
        ? JsonNodeFactory.instance.numberNode(value.toBigIntegerExact())
        : JsonNodeFactory.instance.numberNode(value);
  }

  private static Parameter turned(Parameter parameter) {
    return new Parameter(
        parameter.name(),
        parameter.path(),
        parameter.shape(),
        !parameter.required(),
        parameter.defaultValue(),
        parameter.javaName(),
        parameter.metadata(),
        parameter.location());
  }

  /** One less of what stands beside each other, and each facet turned into its opposite. */
  private static void listChanges(
      List<?> list, boolean isForbidden, BiConsumer<String, Object> found) {
    for (int i = 0; i < list.size(); i++) {
      Object element = list.get(i);
      boolean isFacet = element instanceof Facet;
      boolean isConsequence = element instanceof Formula || isForbidden;
      boolean isOneOfSeveral =
          list.size() > 1
              && (element instanceof Shape.Option
                  || element instanceof Shape.Alternative
                  || element instanceof RuleBody.CombinationRow
                  || element instanceof RuleBody.TableRow);
      if (isFacet || isConsequence || isOneOfSeveral) {
        List<Object> without = new ArrayList<>(list);
        without.remove(i);
        found.accept("without " + element, without);
      }
      if (element instanceof Facet facet) {
        List<Object> changed = new ArrayList<>(list);
        changed.set(i, new Facet.Not(new SchemaFragment(List.of(facet))));
        found.accept("not " + element, changed);
      }
    }
  }

  private static List<Facet> facetChanges(Facet facet) {
    if (facet instanceof Facet.Range range) {
      List<Facet> changed = new ArrayList<>();
      moved(range.minimum())
          .forEach(
              to ->
                  changed.add(
                      new Facet.Range(
                          to,
                          range.minimumExclusive(),
                          range.maximum(),
                          range.maximumExclusive())));
      moved(range.maximum())
          .forEach(
              to ->
                  changed.add(
                      new Facet.Range(
                          range.minimum(),
                          range.minimumExclusive(),
                          to,
                          range.maximumExclusive())));
      if (range.minimum() != null) {
        changed.add(
            new Facet.Range(
                range.minimum(),
                !range.minimumExclusive(),
                range.maximum(),
                range.maximumExclusive()));
      }
      if (range.maximum() != null) {
        changed.add(
            new Facet.Range(
                range.minimum(),
                range.minimumExclusive(),
                range.maximum(),
                !range.maximumExclusive()));
      }
      return changed;
    }
    if (facet instanceof Facet.Length length) {
      return counts(
          length.minimum(),
          length.maximum(),
          (minimum, maximum) -> new Facet.Length(minimum, maximum, length.unit()));
    }
    if (facet instanceof Facet.ItemCount count) {
      return counts(count.minimum(), count.maximum(), Facet.ItemCount::new);
    }
    if (facet instanceof Facet.MemberCount count) {
      return counts(count.minimum(), count.maximum(), Facet.MemberCount::new);
    }
    if (facet instanceof Facet.MultipleOf step) {
      return moved(step.divisor())
          .filter(to -> to.signum() > 0)
          .<Facet>map(Facet.MultipleOf::new)
          .toList();
    }
    if (facet instanceof Facet.OneOf listed && listed.values().size() > 1) {
      return listed.values().stream()
          .<Facet>map(
              value ->
                  new Facet.OneOf(
                      listed.values().stream().filter(other -> !other.equals(value)).toList()))
          .toList();
    }
    return List.of();
  }

  private static Stream<BigDecimal> moved(@Nullable BigDecimal bound) {
    return Stream.ofNullable(bound)
        .flatMap(at -> Stream.of(at.subtract(BigDecimal.ONE), at.add(BigDecimal.ONE)));
  }

  private static Stream<Integer> moved(@Nullable Integer bound) {
    return Stream.ofNullable(bound).flatMap(at -> Stream.of(at - 1, at + 1)).filter(to -> to >= 0);
  }

  /** Makes a facet of two bounds. */
  @FunctionalInterface
  private interface Bounds {
    Facet of(@Nullable Integer minimum, @Nullable Integer maximum);
  }

  private static List<Facet> counts(
      @Nullable Integer minimum, @Nullable Integer maximum, Bounds bounds) {
    return Stream.concat(
            moved(minimum).map(to -> bounds.of(to, maximum)),
            moved(maximum).map(to -> bounds.of(minimum, to)))
        .toList();
  }

  private static List<RuleBody> bodyChanges(RuleBody body) {
    if (body instanceof RuleBody.Measure it) {
      return ranges(
          it.minimum(),
          it.maximum(),
          range ->
              new RuleBody.Measure(it.kind(), it.operands(), range.minimum(), range.maximum()));
    }
    if (body instanceof RuleBody.BoundedSum it) {
      return ranges(
          it.minimum(),
          it.maximum(),
          range ->
              new RuleBody.BoundedSum(
                  it.condition(), it.terms(), range.minimum(), range.maximum()));
    }
    if (body instanceof RuleBody.ItemsTogether it) {
      return Stream.<RuleBody>concat(
              moved(it.minimum())
                  .map(to -> new RuleBody.ItemsTogether(it.lists(), to, it.maximum())),
              moved(it.maximum())
                  .map(to -> new RuleBody.ItemsTogether(it.lists(), it.minimum(), to)))
          .toList();
    }
    return List.of();
  }

  private static List<RuleBody> ranges(
      @Nullable BigDecimal minimum,
      @Nullable BigDecimal maximum,
      Function<Facet.Range, RuleBody> made) {
    return Stream.concat(
            moved(minimum).map(to -> new Facet.Range(to, false, maximum, false)),
            moved(maximum).map(to -> new Facet.Range(minimum, false, to, false)))
        .map(made)
        .toList();
  }
}
