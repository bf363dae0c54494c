package dev.callsheet.tests.differential;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
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
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;

/** A model, and everybody who validates and prices its requests. */
record JudgedModel(
    ModelSpec model,
    ModelValidator validator,
    Linter linter,
    SchemaJudge schema,
    Class<? extends ModelRequest<?>> requestType) {
  /** As everybody makes them. */
  private static final JsonMapper JACKSON_3 = new JsonMapper();

  private static final ObjectMapper JACKSON_2 = new ObjectMapper();

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
   * @param checkedByJackson2 the same of the request as Jackson 2 reads it; null where it does not
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
      @Nullable Set<String> checkedByJackson2,
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
      boolean isReadAlike =
          Objects.equals(checkedByJackson2, checked == null ? null : checkedPlaces);
      boolean isTooLarge = checkedByJackson2 == null && holdsMoreThanAnInt(request);
      if (!isReadAlike && !isTooLarge) { // large numbers with exponents are doubles for Jackson 2
        return Optional.of(
            "checker " + checkedPlaces + ", with Jackson 2 " + checkedByJackson2 + ": " + request);
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
    List<Violation> checked = errorsOf(typed(request));
    List<Violation> checkedByJackson2 = errorsOf(typedByJackson2(request));
    return new Opinions(
        request,
        errors,
        rules(linted),
        places(linted),
        checked == null ? null : rules(checked),
        checked == null ? Set.of() : places(checked),
        checkedByJackson2 == null ? null : places(checkedByJackson2),
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

  /** The errors that the checker finds; null where there is no request. */
  private static @Nullable List<Violation> errorsOf(@Nullable ModelRequest<?> typed) {
    return typed == null
        ? null
        : typed.check().stream()
            .filter(violation -> violation.severity() == Severity.ERROR)
            .toList();
  }

  /** The request as generated classes have it; null where they refuse it. */
  private @Nullable ModelRequest<?> typed(JsonNode request) {
    try {
      return JACKSON_3.readValue(request.toString(), requestType);
    } catch (JacksonException refused) {
      return null;
    }
  }

  private @Nullable ModelRequest<?> typedByJackson2(JsonNode request) {
    try {
      return JACKSON_2.readValue(request.toString(), requestType);
    } catch (JsonProcessingException refused) {
      return null;
    }
  }

  /** A request, as JSON, with a name that stands twice in an object is refused by everybody. */
  void assertThatNoNameStandsTwice(String request) {
    assertThatThrownBy(() -> JACKSON_3.readValue(request, requestType))
        .isInstanceOf(JacksonException.class)
        .hasMessageContaining("is given twice");
    assertThatThrownBy(() -> JACKSON_2.readValue(request, requestType))
        .isInstanceOf(JsonProcessingException.class)
        .hasMessageContaining("is given twice");
    String file =
        RequestEnvelope.around(model, JsonNodeFactory.instance.stringNode("@"))
            .toString()
            .replace("\"@\"", request);
    assertThat(linter.lint("request.json", file.getBytes(StandardCharsets.UTF_8)).findings())
        .extracting(Finding::rule)
        .contains("duplicate-key");
  }

  /** An integer without bounds is an {@code int} in Java. */
  private static boolean holdsMoreThanAnInt(JsonNode value) {
    return value.isContainer()
        ? value.values().stream().anyMatch(JudgedModel::holdsMoreThanAnInt)
        : value.isNumber() && value.canConvertToExactIntegral() && !value.canConvertToInt();
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
    ModelRequest<?> typed = typed(request);
    if (typed == null) {
      return holdsMoreThanAnInt(request)
          ? Optional.empty()
          : Optional.of("unreadable though valid: " + request);
    }
    if (!typed.price().equals(price)) {
      return Optional.of("typed price " + typed.price() + ", estimated " + price + ": " + request);
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
