package dev.callsheet.tests.differential;

import dev.callsheet.generator.vectors.TestVector;
import dev.callsheet.linter.Linter;
import dev.callsheet.linter.finding.Finding;
import dev.callsheet.runtime.ModelRequest;
import dev.callsheet.runtime.Price;
import dev.callsheet.runtime.Severity;
import dev.callsheet.runtime.StructuralRule;
import dev.callsheet.runtime.Violation;
import dev.callsheet.spec.analysis.AnalysisFinding;
import dev.callsheet.spec.logic.FormulaCompiler;
import dev.callsheet.spec.logic.JsonLocation;
import dev.callsheet.spec.logic.ParameterPath;
import dev.callsheet.spec.model.ModelMode;
import dev.callsheet.spec.model.ModelSpec;
import dev.callsheet.spec.model.Parameter;
import dev.callsheet.spec.model.RequestEnvelope;
import dev.callsheet.spec.model.RuleInterpretation;
import dev.callsheet.spec.model.Shape;
import dev.callsheet.spec.price.PriceEstimator;
import dev.callsheet.spec.validation.ModelValidator;
import dev.callsheet.tests.judges.SchemaJudge;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.cfg.CoercionAction;
import tools.jackson.databind.cfg.CoercionInputShape;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.databind.type.LogicalType;

/** A model, and everybody who validates and prices its requests. */
record JudgedModel(
    ModelSpec model,
    ModelValidator validator,
    Linter linter,
    SchemaJudge schema,
    Class<? extends ModelRequest<?>> requestType) {
  private static final JsonMapper STRICT =
      JsonMapper.builder()
          .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
          .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
          .withCoercionConfig(
              LogicalType.Textual,
              texts ->
                  Stream.of(
                          CoercionInputShape.Boolean,
                          CoercionInputShape.Integer,
                          CoercionInputShape.Float)
                      .forEach(shape -> texts.setCoercion(shape, CoercionAction.Fail)))
          .build();

  /** What a typed request may be unable to say. */
  private static final Set<String> NOT_TYPEABLE =
      Set.of(
          "wrong-type", "not-allowed-value", "wrong-format", "out-of-range", "missing-parameter");

  static JudgedModel of(
      ModelSpec model, Linter linter, Class<? extends ModelRequest<?>> requestType) {
    return new JudgedModel(
        model,
        new ModelValidator(model, RuleInterpretation.ENFORCED, Clock.systemUTC()),
        linter,
        SchemaJudge.of(model),
        requestType);
  }

  /**
   * What all of them say of a request.
   *
   * @param linted the rules that the linter finds broken, from bytes, in the platform's envelope
   * @param lintedPlaces the same with the places
   * @param checked those that the checker finds broken; null where the request cannot be typed
   * @param checkedPlaces the same with the places
   * @param isSettled whether the request lacks what a generated class settles by itself
   * @param schemaShouldAccept whether there is no error that the schema sees
   */
  record Opinions(
      JsonNode request,
      List<Violation> validated,
      Set<String> linted,
      Set<String> lintedPlaces,
      @Nullable Set<String> checked,
      Set<String> checkedPlaces,
      boolean isSettled,
      boolean schemaAccepts,
      boolean schemaShouldAccept) {
    boolean isValid() {
      return linted.isEmpty();
    }

    boolean isUnreadable() {
      return checked == null;
    }

    /** Where they differ, in words. */
    Optional<String> disagreement() {
      Set<String> rules = new TreeSet<>();
      validated.forEach(violation -> rules.add(violation.rule()));
      if (!rules.equals(linted)) {
        return Optional.of("validator " + rules + ", linter " + linted + ": " + request);
      }
      if (schemaAccepts ? !schemaShouldAccept : validated.isEmpty()) {
        return Optional.of(
            "schema accepts: " + schemaAccepts + ", linter " + linted + ": " + request);
      }
      if (!isCheckerRight()) {
        return Optional.of("checker " + checked + ", linter " + linted + ": " + request);
      }
      boolean isOfRulesOnly = linted.stream().noneMatch(JudgedModel::isStructural);
      return checked == null || !isOfRulesOnly || checkedPlaces.equals(lintedPlaces)
          ? Optional.empty()
          : Optional.of("checker " + checkedPlaces + ", linter " + lintedPlaces + ": " + request);
    }

    private boolean isCheckerRight() {
      if (checked == null) {
        return linted.stream().anyMatch(NOT_TYPEABLE::contains) || holdsMoreThanAnInt(request);
      }
      Set<String> expected = new TreeSet<>(linted);
      expected.remove("unknown-parameter"); // a warning of the checker
      if (isSettled && expected.contains("missing-parameter")) {
        return true;
      }
      boolean isOfRulesOnly = linted.stream().noneMatch(JudgedModel::isStructural);
      return isOfRulesOnly ? checked.equals(expected) : checked.isEmpty() == expected.isEmpty();
    }
  }

  /** Whether a constant is missing, which a generated class has by itself. */
  private static boolean isSettled(JsonNode object, Shape.Structure shape) {
    for (Parameter parameter : shape.members()) {
      JsonNode value = object.get(parameter.name());
      boolean isConstant =
          parameter.shape() instanceof Shape.Choice choice && choice.values().size() == 1;
      boolean isInside =
          value != null
              && parameter.shape() instanceof Shape.Structure inner
              && isSettled(value, inner);
      if ((value == null && parameter.required() && isConstant) || isInside) {
        return true;
      }
    }
    return false;
  }

  private static boolean isStructural(String rule) {
    return StructuralRule.withId(rule).isPresent();
  }

  Opinions opinionsOn(JsonNode request) {
    List<Violation> errors =
        validator.validate(request).stream()
            .filter(violation -> violation.severity() == Severity.ERROR)
            .toList();
    String file = RequestEnvelope.around(model, request).toString();
    List<Violation> linted =
        linter.lint("request.json", file.getBytes(StandardCharsets.UTF_8)).findings().stream()
            .filter(finding -> finding.severity() == Severity.ERROR)
            .map(Finding::violation)
            .toList();
    List<Violation> checked = checked(request);
    return new Opinions(
        request,
        errors,
        rules(linted),
        places(linted),
        checked == null ? null : rules(checked),
        checked == null ? Set.of() : places(checked),
        isSettled(request, model.request()) || !request.has("taskUUID"),
        schema.accepts(request),
        errors.stream().allMatch(schema::overlooks));
  }

  private static Set<String> rules(List<Violation> violations) {
    return violations.stream().map(Violation::rule).collect(Collectors.toCollection(TreeSet::new));
  }

  private static Set<String> places(List<Violation> violations) {
    return violations.stream()
        .map(violation -> violation.rule() + " " + violation.pointer())
        .collect(Collectors.toCollection(TreeSet::new));
  }

  /** The errors that the checker finds; null where the request cannot be typed. */
  private @Nullable List<Violation> checked(JsonNode request) {
    try {
      return typed(request).check().stream()
          .filter(violation -> violation.severity() == Severity.ERROR)
          .toList();
    } catch (JacksonException unreadable) {
      return null;
    }
  }

  private ModelRequest<?> typed(JsonNode request) {
    return STRICT.readValue(withPlainIntegers(request).toString(), requestType);
  }

  /** An integer without bounds is an {@code int} in Java. */
  private static boolean holdsMoreThanAnInt(JsonNode value) {
    return value.isContainer()
        ? value.values().stream().anyMatch(JudgedModel::holdsMoreThanAnInt)
        : value.isNumber() && value.canConvertToExactIntegral() && !value.canConvertToInt();
  }

  /** Java reads 5.0 as no integer, which it is. */
  private static JsonNode withPlainIntegers(JsonNode value) {
    if (value instanceof ObjectNode object) {
      ObjectNode plain = JsonNodeFactory.instance.objectNode();
      object
          .properties()
          .forEach(member -> plain.set(member.getKey(), withPlainIntegers(member.getValue())));
      return plain;
    }
    if (value instanceof ArrayNode list) {
      ArrayNode plain = JsonNodeFactory.instance.arrayNode();
      list.values().forEach(item -> plain.add(withPlainIntegers(item)));
      return plain;
    }
    return value.isNumber() && value.canConvertToLong() && value.canConvertToExactIntegral()
        ? JsonNodeFactory.instance.numberNode(value.decimalValue().longValueExact())
        : value;
  }

  /** Where a vector is not what it says it is. */
  Optional<String> disagreementWith(TestVector vector) {
    Set<String> rules = new TreeSet<>();
    new ModelValidator(model, RuleInterpretation.ENFORCED)
        .validate(vector.request()).stream()
            .filter(violation -> violation.severity() == Severity.ERROR)
            .forEach(violation -> rules.add(violation.rule()));
    boolean isWarning =
        model.rule(vector.rule()).filter(rule -> rule.severity() == Severity.WARNING).isPresent();
    Set<String> expected = vector.valid() || isWarning ? Set.of() : Set.of(vector.rule());
    return rules.equals(expected)
        ? Optional.empty()
        : Optional.of("vector " + vector.name() + " breaks " + rules + ": " + vector.request());
  }

  /** Whether a valid request is one that a finding says there is none of. */
  boolean isRefuted(AnalysisFinding flaw, JsonNode request) {
    return switch (flaw.kind()) {
      case INCONSISTENT -> true;
      case DEAD_PARAMETER ->
          !JsonLocation.root(request).resolve(ParameterPath.parse(flaw.subject())).isEmpty();
      case FALSE_OPTIONAL -> isAbsent(ParameterPath.parse(flaw.subject()), request);
      case DEAD_MODE ->
          model.modes().stream()
              .filter(mode -> flaw.subject().equals("mode '" + mode.name() + "'"))
              .anyMatch(mode -> isOf(mode, request));
      default -> false;
    };
  }

  private static boolean isAbsent(ParameterPath path, JsonNode request) {
    JsonLocation task = JsonLocation.root(request);
    return path.steps().size() == 1 && task.resolve(path).isEmpty();
  }

  private boolean isOf(ModelMode mode, JsonNode request) {
    return FormulaCompiler.compile(mode.condition(model.modes()))
        .holdsIn(JsonLocation.root(request));
  }

  /** Where typed requests, the estimator and plain addition differ on the price of a request. */
  Optional<String> priceDisagreement(JsonNode request, Map<String, Integer> seen) {
    Price price = PriceEstimator.price(model, request);
    Price typed;
    try {
      typed = typed(request).price();
    } catch (JacksonException unreadable) {
      if (holdsMoreThanAnInt(request)) {
        return Optional.empty();
      }
      return Optional.of("unreadable though valid: " + unreadable.getMessage() + ": " + request);
    }
    if (!typed.equals(price)) {
      return Optional.of("typed price " + typed + ", estimated " + price + ": " + request);
    }
    Optional<BigDecimal> plain = new NaivePrice(model, request).amount();
    if (plain.isEmpty()) {
      return Optional.empty();
    }
    seen.merge("exact prices", 1, Integer::sum);
    boolean isSame =
        price instanceof Price.Exact
            && price.upperBound().filter(most -> most.compareTo(plain.get()) == 0).isPresent();
    return isSame
        ? Optional.empty()
        : Optional.of("price " + price + ", added up " + plain.get() + ": " + request);
  }
}
