package dev.callsheet.spec.analysis;

import dev.callsheet.runtime.LengthUnit;
import dev.callsheet.spec.logic.Facet;
import dev.callsheet.spec.logic.Formula;
import dev.callsheet.spec.logic.JsonLocation;
import dev.callsheet.spec.logic.JsonType;
import dev.callsheet.spec.logic.ParameterPath;
import dev.callsheet.spec.logic.SchemaFragment;
import dev.callsheet.spec.model.ModelSpec;
import dev.callsheet.spec.model.Parameter;
import dev.callsheet.spec.model.Rule;
import dev.callsheet.spec.model.RuleInterpretation;
import dev.callsheet.spec.model.Shape;
import dev.callsheet.spec.validation.ModelValidator;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.logicng.formulas.FormulaFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;

/**
 * Decides whether a claim that is foreign to a spec holds in some valid request of it, and finds a
 * smallest such request: the comparison of specs asks what another spec demands.
 *
 * <p>Two models of the same requests answer. One allows too much where the claim or a rule speaks
 * of lists from outside, or of what is not encoded: what it refutes holds in no valid request. The
 * other knows only requests in which the items of a list are alike, and gives the requests to try,
 * smallest first; values in these are changed, within bounds, where the solver left something open.
 * A request counts only if the caller's test, which is the reference validator's, says so. Where
 * neither helps, the answer is open, and says why.
 *
 * <p>All rules are kept whose violation is an error; a warning makes no request invalid. Cost: two
 * models for all claims together, and one minimisation for each claim that holds somewhere. Not
 * safe for use by several threads.
 */
public final class ClaimSearch {
  private static final int MAX_VARIATIONS = 200;

  /** One unit of UTF-16 and two or three bytes of UTF-8; two units and four bytes. */
  private static final List<String> WIDE_CHARACTERS = List.of("\u00e9", "\u20ac", "\ud83d\ude00");

  private final ModelSpec spec;
  private final RuleInterpretation interpretation;
  private final Map<ParameterPath, Set<SchemaFragment>> fragments;
  private final ModelValidator validator;
  private final RequestAdjuster adjuster;
  private final SatModel everyRequest;
  private final SatModel uniformRequests;

  /**
   * A search among the requests of a model.
   *
   * @param claims what will be asked, or what such claims are made of: values are told apart that
   *     any of these tells apart
   */
  public ClaimSearch(
      ModelSpec spec, RuleInterpretation interpretation, Collection<ScopedFormula> claims) {
    this.spec = spec;
    this.interpretation = interpretation;
    this.fragments = ComparedFragments.of(spec, claims);
    this.validator = new ModelValidator(spec, interpretation);
    this.adjuster = new RequestAdjuster(spec);
    this.everyRequest = new SatModel(spec, interpretation, false, fragments);
    this.uniformRequests = new SatModel(spec, interpretation, true, fragments);
  }

  /**
   * The answer to a claim.
   *
   * @param request a request in which it holds, and a smallest one where the solver finds it; null
   *     where there is none, or none was found
   * @param openReason why it is not known whether there is one; empty where it is known
   */
  public record Answer(@Nullable JsonNode request, String openReason) {
    /** Whether it is known that the claim holds in no valid request. */
    public boolean isRefuted() {
      return request == null && openReason.isEmpty();
    }
  }

  /**
   * Looks for a valid request in which a claim holds.
   *
   * @param demands what is to hold besides, wherever its scope is there
   * @param isWanted whether a request found is valid, and one in which all of this holds
   */
  public Answer find(
      ScopedFormula claim, Collection<ScopedFormula> demands, Predicate<JsonNode> isWanted) {
    if (isRefuted(claim, demands)) {
      return new Answer(null, "");
    }
    Optional<JsonNode> smallest =
        uniformRequests
            .smallestAssignment(
                encoded(claim, demands, uniformRequests), uniformRequests.bindingRules())
            .map(assignment -> AssignmentDecoder.decode(uniformRequests.variables(), assignment));
    Optional<JsonNode> found =
        smallest
            .filter(isWanted)
            .or(() -> smallest.flatMap(this::keepingOpenRules).filter(isWanted))
            .or(() -> smallest.flatMap(request -> varied(request, claim, isWanted)));
    return new Answer(
        found.orElse(null), found.isPresent() ? "" : LimitationReason.of(claim.formula()));
  }

  /** Whether it is proved that no valid request has a claim hold and meets these demands. */
  public boolean isRefuted(ScopedFormula claim, Collection<ScopedFormula> demands) {
    boolean isPossible =
        everyRequest.isSatisfiable(
            encoded(claim, demands, everyRequest), everyRequest.bindingRules());
    return !isPossible && !everyRequest.takeUndecided();
  }

  /**
   * What there is to tell apart of a parameter's values: a formula for every number, length and
   * number of items at or beside a bound, the least first. No request need have it.
   *
   * @param claims what the parameter is compared with beside the spec's own
   */
  public static List<Formula> statesAtBounds(
      ModelSpec spec, ParameterPath path, Collection<ScopedFormula> claims) {
    Set<SchemaFragment> compared = ComparedFragments.of(spec, claims).getOrDefault(path, Set.of());
    return spec.parameter(path).stream()
        .flatMap(parameter -> parameter.shape().variants().stream())
        .flatMap(variant -> facetsAtBounds(variant, compared))
        .distinct()
        .<Formula>map(facet -> new Formula.Matches(path, new SchemaFragment(List.of(facet))))
        .toList();
  }

  private static Stream<Facet> facetsAtBounds(Shape variant, Collection<SchemaFragment> compared) {
    BoundaryValues bounds = BoundaryValues.of(variant.facets(), compared);
    if (variant instanceof Shape.Sequence) {
      return bounds.itemCounts().stream().sorted().map(n -> new Facet.ItemCount(n, n));
    }
    if (variant instanceof Shape.Scalar scalar && scalar.type() == JsonType.STRING) {
      return bounds
          .allowedValues(scalar, null)
          .map(text -> LengthUnit.CODE_POINTS.lengthOf(text.stringValue()))
          .sorted()
          .map(n -> new Facet.Length(n, n));
    }
    Stream<JsonNode> numbers =
        variant instanceof Shape.Scalar scalar
            ? bounds.allowedValues(scalar, null)
            : variant.listedValues().stream();
    return numbers
        .filter(JsonNode::isNumber)
        .sorted(Comparator.comparing(JsonNode::decimalValue))
        .map(number -> new Facet.OneOf(List.of(number)));
  }

  private Stream<JsonNode> variations(JsonNode request, ParameterPath path) {
    List<JsonLocation> places = JsonLocation.root(request).resolve(path);
    if (places.isEmpty() || path.isRoot()) {
      return Stream.empty();
    }
    Shape shape = spec.parameter(withoutItems(path)).map(Parameter::shape).orElse(null);
    return Stream.ofNullable(shape)
        .flatMap(each -> each.variants().stream())
        .flatMap(variant -> valuesAtBounds(variant, path, places.get(0).value()))
        .limit(MAX_VARIATIONS)
        .map(value -> replaced(request, path, value));
  }

  private Stream<JsonNode> valuesAtBounds(Shape variant, ParameterPath path, JsonNode present) {
    Set<SchemaFragment> compared = fragments.getOrDefault(path, Set.of());
    if (variant instanceof Shape.Scalar scalar) {
      return Stream.of(
              BoundaryValues.of(scalar.facets(), compared).allowedValues(scalar, null),
              BoundaryValues.of(scalar.facets()).allowedValues(scalar, null),
              widerTexts(scalar, compared))
          .flatMap(values -> values)
          .distinct();
    }
    if (variant instanceof Shape.Sequence sequence && present.isArray()) {
      JsonNode item = present.isEmpty() ? SampleValues.of(sequence.items()) : present.get(0);
      return BoundaryValues.of(sequence.facets(), compared).itemCounts().stream()
          .filter(count -> count <= MAX_VARIATIONS)
          .map(count -> listOf(item, count));
    }
    return variant.listedValues().stream();
  }

  /** Texts at the bounds of lengths, made of characters that the units of lengths tell apart. */
  private static Stream<JsonNode> widerTexts(
      Shape.Scalar scalar, Collection<SchemaFragment> compared) {
    if (scalar.type() != JsonType.STRING) {
      return Stream.empty();
    }
    List<Integer> lengths =
        BoundaryValues.of(scalar.facets(), compared)
            .allowedValues(scalar, null)
            .map(text -> LengthUnit.CODE_POINTS.lengthOf(text.stringValue()))
            .distinct()
            .toList();
    return WIDE_CHARACTERS.stream()
        .flatMap(wide -> lengths.stream().map(wide::repeat))
        .<JsonNode>map(JsonNodeFactory.instance::stringNode)
        .filter(scalar::accepts);
  }

  private static JsonNode listOf(JsonNode item, int count) {
    ArrayNode list = JsonNodeFactory.instance.arrayNode();
    for (int i = 0; i < count; i++) {
      list.add(item.deepCopy());
    }
    return list;
  }

  private static JsonNode replaced(JsonNode request, ParameterPath path, JsonNode value) {
    JsonNode changed = request.deepCopy();
    JsonLocation.root(changed).resolve(path).forEach(place -> place.replace(value.deepCopy()));
    return changed;
  }

  private static ParameterPath withoutItems(ParameterPath path) {
    boolean isItem = !path.isRoot() && path.equals(path.parent().eachItem());
    return isItem ? withoutItems(path.parent()) : path;
  }

  private Optional<JsonNode> varied(
      JsonNode request, ScopedFormula claim, Predicate<JsonNode> isWanted) {
    return claim.formula().parameters().stream()
        .map(claim.scope()::resolve)
        .distinct()
        .flatMap(path -> variations(request, path))
        .filter(isWanted)
        .findFirst()
        .or(() -> adjuster.adjust(request, claim.scope(), withOpenRules(claim), isWanted));
  }

  /** The claim, with the rules of its scope that the solver does not cover: their bounds count. */
  private Formula withOpenRules(ScopedFormula claim) {
    List<Formula> parts = new ArrayList<>(List.of(claim.formula()));
    uniformRequests.bindingRules().stream()
        .filter(rule -> !rule.isExact() && rule.rule().scope().equals(claim.scope()))
        .map(rule -> interpretation.bindingBody(rule.rule()).toFormula())
        .filter(
            formula ->
                formula.parameters().stream().anyMatch(claim.formula().parameters()::contains))
        .forEach(parts::add);
    return new Formula.All(parts);
  }

  /** The request, adjusted so that rules are kept that the solver does not cover. */
  private Optional<JsonNode> keepingOpenRules(JsonNode request) {
    Optional<JsonNode> settled = Optional.of(request);
    for (EncodedRule open : uniformRequests.bindingRules()) {
      if (!open.isExact()) {
        Rule rule = open.rule();
        Formula demand = interpretation.bindingBody(rule).toFormula();
        settled =
            settled.flatMap(
                now -> adjuster.adjust(now, rule.scope(), demand, tried -> keeps(tried, rule)));
      }
    }
    return settled;
  }

  private boolean keeps(JsonNode request, Rule rule) {
    return validator.validate(request).stream()
        .noneMatch(violation -> violation.rule().equals(rule.id()));
  }

  private static org.logicng.formulas.Formula encoded(
      ScopedFormula claim, Collection<ScopedFormula> demands, SatModel model) {
    FormulaFactory f = model.factory();
    List<org.logicng.formulas.Formula> parts = new ArrayList<>();
    parts.add(f.and(presence(claim, model), formula(claim, model)));
    demands.forEach(
        demand -> parts.add(f.implication(presence(demand, model), formula(demand, model))));
    return f.and(parts);
  }

  private static org.logicng.formulas.Formula formula(ScopedFormula claim, SatModel model) {
    return model.encode(claim.scope(), claim.formula()).formula();
  }

  private static org.logicng.formulas.Formula presence(ScopedFormula claim, SatModel model) {
    VariableTable.Entry scope = model.variables().entry(claim.scope());
    return scope == null ? model.factory().falsum() : scope.presence();
  }
}
