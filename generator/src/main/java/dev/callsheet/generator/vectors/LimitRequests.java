package dev.callsheet.generator.vectors;

import dev.callsheet.runtime.Severity;
import dev.callsheet.spec.analysis.RequestSearch;
import dev.callsheet.spec.logic.Facet;
import dev.callsheet.spec.logic.JsonLocation;
import dev.callsheet.spec.logic.ParameterPath;
import dev.callsheet.spec.logic.RuleBody;
import dev.callsheet.spec.model.ModelSpec;
import dev.callsheet.spec.model.Parameter;
import dev.callsheet.spec.model.Rule;
import dev.callsheet.spec.model.RuleInterpretation;
import dev.callsheet.spec.model.Shape;
import dev.callsheet.spec.model.ShapeVisitor;
import dev.callsheet.spec.validation.ModelValidator;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;

/**
 * Valid requests that go to the limits of a spec: with each parameter at both its bounds, with each
 * listed value, and with each row of each rule of combinations. Somebody who allows less than the
 * spec refuses one of them, where the smallest requests of {@link TestVectorSet} would pass.
 *
 * <p>Each is the smallest request that has the parameter, with one value changed; what is not valid
 * then is left out.
 */
public final class LimitRequests {
  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
  private static final int MAX_TEXT_LENGTH = 100_000;
  private static final LimitValues VALUES = new LimitValues();

  private final RequestSearch search;
  private final ModelValidator validator;
  private final Set<JsonNode> found = new LinkedHashSet<>();
  private final List<TestVector> vectors = new ArrayList<>();

  private LimitRequests(ModelSpec spec) {
    this.search = new RequestSearch(spec, RuleInterpretation.ENFORCED);
    this.validator = new ModelValidator(spec, RuleInterpretation.ENFORCED);
  }

  /** The requests for a model, rules first, then parameters, in the order of the spec. */
  public static List<TestVector> of(ModelSpec spec) {
    LimitRequests requests = new LimitRequests(spec);
    spec.rules().forEach(requests::addRows);
    requests.addParameters(spec.request().members());
    return List.copyOf(requests.vectors);
  }

  private void addRows(Rule rule) {
    if (rule.body() instanceof RuleBody.Combinations combinations) {
      Optional<JsonNode> base = search.smallestRequestExercising(rule);
      for (RuleBody.CombinationRow row : combinations.rows()) {
        base.map(request -> withRow(request, combinations.parameters(), row))
            .ifPresent(request -> add("row." + rule.id() + "." + row.label(), rule.id(), request));
      }
    }
  }

  private static JsonNode withRow(
      JsonNode request, List<ParameterPath> parameters, RuleBody.CombinationRow row) {
    JsonNode changed = request;
    for (int i = 0; i < parameters.size(); i++) {
      JsonNode value = row.values().get(i);
      changed = withValue(changed, parameters.get(i), old -> value);
    }
    return changed;
  }

  private void addParameters(List<Parameter> parameters) {
    for (Parameter parameter : parameters) {
      ParameterPath path = parameter.path();
      List<Limit> limits = parameter.shape().accept(VALUES);
      if (!limits.isEmpty()) {
        search
            .smallestRequestProviding(path)
            .ifPresent(
                request ->
                    limits.forEach(
                        limit ->
                            add(
                                "limit." + path + "." + limit.label(),
                                path.toString(),
                                withValue(request, path, limit.change()))));
      }
      addParameters(parameter.shape().parameters());
    }
  }

  private static JsonNode withValue(
      JsonNode request, ParameterPath path, UnaryOperator<JsonNode> change) {
    JsonNode copy = request.deepCopy();
    JsonLocation.root(copy).resolve(path).stream()
        .findFirst()
        .ifPresent(place -> place.replace(change.apply(place.value())));
    return copy;
  }

  private void add(String name, String rule, JsonNode request) {
    boolean isValid =
        validator.validate(request).stream()
            .noneMatch(violation -> violation.severity() == Severity.ERROR);
    if (isValid && found.add(request)) {
      vectors.add(new TestVector(name, true, rule, request));
    }
  }

  /**
   * A value at a limit.
   *
   * @param label the limit
   * @param change makes the value from a valid one
   */
  private record Limit(String label, UnaryOperator<JsonNode> change) {
    static Limit of(String label, JsonNode value) {
      return new Limit(label, old -> value);
    }
  }

  /** The values at the limits of a shape; members of objects are parameters of their own. */
  private static final class LimitValues implements ShapeVisitor<List<Limit>> {
    @Override
    public List<Limit> visitScalar(Shape.Scalar shape) {
      List<Limit> limits = new ArrayList<>();
      shape
          .facets(Facet.Range.class)
          .forEach(
              range -> {
                addNumber("minimum", range.minimum(), limits);
                addNumber("maximum", range.maximum(), limits);
              });
      shape
          .facets(Facet.Length.class)
          .forEach(
              length -> {
                addText("minimum", length.minimum(), limits);
                addText("maximum", length.maximum(), limits);
              });
      return limits;
    }

    private static void addNumber(String label, @Nullable BigDecimal bound, List<Limit> limits) {
      if (bound != null) {
        boolean isWhole = bound.stripTrailingZeros().scale() <= 0;
        limits.add(
            Limit.of(
                label,
                isWhole ? JSON.numberNode(bound.toBigIntegerExact()) : JSON.numberNode(bound)));
      }
    }

    private static void addText(String label, @Nullable Integer length, List<Limit> limits) {
      if (length != null && length <= MAX_TEXT_LENGTH) {
        limits.add(Limit.of(label, JSON.stringNode("x".repeat(length))));
      }
    }

    @Override
    public List<Limit> visitChoice(Shape.Choice shape) {
      return shape.isConstant()
          ? List.of()
          : shape.values().stream().map(value -> Limit.of(value.asString(), value)).toList();
    }

    @Override
    public List<Limit> visitSequence(Shape.Sequence shape) {
      return shape
          .facets(Facet.ItemCount.class)
          .flatMap(
              bounds ->
                  Stream.of(count("minimum", bounds.minimum()), count("maximum", bounds.maximum())))
          .flatMap(Optional::stream)
          .toList();
    }

    private static Optional<Limit> count(String label, @Nullable Integer count) {
      return count == null
          ? Optional.empty()
          : Optional.of(new Limit(label, list -> repeated(list, count)));
    }

    /** The list with so many items, its own over and over. */
    private static JsonNode repeated(JsonNode list, int size) {
      ArrayNode repeated = JSON.arrayNode();
      for (int i = 0; i < size && !list.isEmpty(); i++) {
        repeated.add(list.get(i % list.size()));
      }
      return repeated;
    }

    @Override
    public List<Limit> visitStructure(Shape.Structure shape) {
      return List.of();
    }

    @Override
    public List<Limit> visitDictionary(Shape.Dictionary shape) {
      return List.of();
    }

    @Override
    public List<Limit> visitUnion(Shape.Union shape) {
      return List.of();
    }
  }
}
