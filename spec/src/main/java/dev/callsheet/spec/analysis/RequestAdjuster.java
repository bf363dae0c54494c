package dev.callsheet.spec.analysis;

import dev.callsheet.spec.logic.Facet;
import dev.callsheet.spec.logic.FacetPredicates;
import dev.callsheet.spec.logic.Formula;
import dev.callsheet.spec.logic.JsonLocation;
import dev.callsheet.spec.logic.ParameterPath;
import dev.callsheet.spec.logic.SchemaFragment;
import dev.callsheet.spec.model.ModelSpec;
import dev.callsheet.spec.model.Parameter;
import dev.callsheet.spec.model.Shape;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;

/**
 * Changes values in a request until it has a wanted property, by bounded depth-first search.
 *
 * <p>Sums, products and placeholders are not in the SAT model; requests that keep or break such
 * rules are found by trying. The parameters that the rule names are set one after the other, each
 * to every value worth trying: the {@linkplain BoundaryValues boundary values} of its shape, small
 * numbers, fractions of a maximum, texts with a placeholder that is right or too high. The wanted
 * property is tested after every change. Where a sum has bounds, its list is given more items
 * first: all with one number, and with a last one that makes the sum what a bound says.
 *
 * <p>Cost: exponential in the number of parameters named (two to four), times a test of the whole
 * request; the search gives up after {@value #MAX_ATTEMPTS} changes. That it finds nothing proves
 * nothing.
 */
final class RequestAdjuster {
  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
  private static final int MAX_SMALL_NUMBER = 20;
  private static final int MAX_ATTEMPTS = 20_000;

  /** Lists that are to add up to something are given so many items at most. */
  private static final int MAX_ITEMS = 20;

  private static final int SHARE_DIGITS = 3;

  private final ModelSpec spec;
  private int attempts;

  RequestAdjuster(ModelSpec spec) {
    this.spec = spec;
  }

  /**
   * The request, changed in the values that a formula names; empty when the search found nothing.
   *
   * @param scope what the paths of {@code demand} begin at
   */
  Optional<JsonNode> adjust(
      JsonNode request, ParameterPath scope, Formula demand, Predicate<JsonNode> wanted) {
    List<ParameterPath> paths =
        demand.parameters().stream().map(scope::resolve).distinct().toList();
    attempts = 0;
    return demand
        .atoms(Formula.SumWithin.class)
        .flatMap(sum -> itemsThatAddUp(request, scope.resolve(sum.terms()), sum, demand))
        .filter(wanted)
        .findFirst()
        .or(() -> search(request, paths, demand, wanted));
  }

  /** The request with more items and fewer, of numbers that add up to a bound, or to one beside. */
  private Stream<JsonNode> itemsThatAddUp(
      JsonNode request, ParameterPath terms, Formula.SumWithin sum, Formula demand) {
    List<BigDecimal> bounds =
        Stream.of(BigDecimal.ZERO, BigDecimal.ONE, BigDecimal.ONE.negate())
            .flatMap(
                beyond ->
                    Stream.of(sum.minimum(), sum.maximum())
                        .filter(Objects::nonNull)
                        .map(beyond::add))
            .distinct()
            .toList();
    List<JsonNode> numbers = values(terms, demand);
    return bounds.stream()
        .flatMap(
            bound ->
                IntStream.rangeClosed(1, MAX_ITEMS)
                    .boxed()
                    .flatMap(
                        count ->
                            Stream.concat(Stream.of(share(bound, count)), numbers.stream())
                                .flatMap(
                                    each ->
                                        withItems(request, terms, count, each, bound).stream())));
  }

  private static JsonNode share(BigDecimal bound, int count) {
    return BoundaryValues.numberNode(
        bound.divide(BigDecimal.valueOf(count), SHARE_DIGITS, RoundingMode.DOWN));
  }

  /** So many items like the last one, with a number each, the last with what is then missing. */
  private static Optional<JsonNode> withItems(
      JsonNode request, ParameterPath terms, int count, JsonNode number, BigDecimal bound) {
    JsonNode changed = request.deepCopy();
    List<JsonLocation> lists = JsonLocation.root(changed).resolve(terms.beforeLastList());
    if (lists.isEmpty()
        || !(lists.get(lists.size() - 1).value() instanceof ArrayNode items)
        || items.isEmpty()
        || !number.isNumber()) {
      return Optional.empty();
    }
    JsonNode item = items.get(items.size() - 1).deepCopy();
    items.removeAll();
    for (int i = 0; i < count; i++) {
      items.add(item.deepCopy());
    }
    BigDecimal rest =
        bound.subtract(number.decimalValue().multiply(BigDecimal.valueOf(count - 1L)));
    List<JsonLocation> places =
        lists.get(lists.size() - 1).items().stream()
            .flatMap(each -> each.resolve(terms.afterLastList()).stream())
            .toList();
    for (int i = 0; i < places.size(); i++) {
      boolean isLast = i == places.size() - 1;
      places.get(i).replace(isLast ? BoundaryValues.numberNode(rest) : number);
    }
    return Optional.of(changed);
  }

  private Optional<JsonNode> search(
      JsonNode request, List<ParameterPath> paths, Formula demand, Predicate<JsonNode> wanted) {
    if (wanted.test(request)) {
      return Optional.of(request);
    }
    if (paths.isEmpty()) {
      return Optional.empty();
    }
    List<ParameterPath> rest = paths.subList(1, paths.size());
    for (JsonNode value : values(paths.get(0), demand)) {
      if (attempts++ > MAX_ATTEMPTS) {
        return Optional.empty();
      }
      JsonNode changed = request.deepCopy();
      if (setLast(changed, paths.get(0), value)) {
        Optional<JsonNode> found = search(changed, rest, demand, wanted);
        if (found.isPresent()) {
          return found;
        }
      }
    }
    return search(request, rest, demand, wanted);
  }

  private List<JsonNode> values(ParameterPath path, Formula demand) {
    Optional<Parameter> parameter = spec.parameter(path);
    if (parameter.isEmpty()) {
      return List.of();
    }
    if (!(parameter.get().shape() instanceof Shape.Scalar scalar)) {
      return parameter.get().shape().listedValues();
    }
    List<JsonNode> tried =
        switch (scalar.type()) {
          case INTEGER, NUMBER -> numbers(scalar, parameter.get());
          case STRING -> placeholders(demand);
          default -> List.of();
        };
    return tried.stream().filter(FacetPredicates.of(new SchemaFragment(scalar.facets()))).toList();
  }

  private static List<JsonNode> numbers(Shape.Scalar scalar, Parameter parameter) {
    Set<JsonNode> values = new LinkedHashSet<>();
    BoundaryValues.of(scalar.facets())
        .numbers(scalar.type(), parameter.defaultValue())
        .forEach(values::add);
    for (int i = 1; i <= MAX_SMALL_NUMBER; i++) {
      values.add(BoundaryValues.numberNode(BigDecimal.valueOf(i)));
    }
    scalar
        .facets(Facet.Range.class)
        .map(Facet.Range::maximum)
        .filter(Objects::nonNull)
        .flatMap(
            maximum ->
                IntStream.rangeClosed(2, 5)
                    .mapToObj(part -> roundedFraction(maximum, part, scalar)))
        .map(BoundaryValues::numberNode)
        .forEach(values::add);
    return List.copyOf(values);
  }

  /** A fraction of a number, rounded down to a whole step; products and quotients need such. */
  private static BigDecimal roundedFraction(BigDecimal number, int part, Shape.Scalar scalar) {
    BigDecimal step = scalar.step().orElse(BigDecimal.ONE);
    BigDecimal steps = number.divide(step.multiply(BigDecimal.valueOf(part)), 0, RoundingMode.DOWN);
    return steps.multiply(step);
  }

  /** Texts with a placeholder each: one of the first item, one of an item beyond any list. */
  private static List<JsonNode> placeholders(Formula demand) {
    List<JsonNode> texts = new ArrayList<>();
    PlaceholderPatterns.of(demand)
        .forEach(
            pattern -> {
              for (int number : List.of(1, 99)) {
                RegexExample.ofPlaceholder(pattern, number)
                    .ifPresent(text -> texts.add(JSON.stringNode("Show " + text + " at dawn")));
              }
            });
    return texts;
  }

  /** Sets the value at the last place of a path; false where the path leads nowhere. */
  private static boolean setLast(JsonNode request, ParameterPath path, JsonNode value) {
    List<JsonLocation> places = JsonLocation.root(request).resolve(path);
    if (places.isEmpty()) {
      return false;
    }
    places.get(places.size() - 1).replace(value);
    return true;
  }
}
