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
import dev.callsheet.runtime.Problem;
import dev.callsheet.runtime.Severity;
import dev.callsheet.runtime.StructuralRule;
import dev.callsheet.runtime.Violation;
import dev.callsheet.spec.analysis.AnalysisFinding;
import dev.callsheet.spec.logic.FormulaCompiler;
import dev.callsheet.spec.logic.JsonLocation;
import dev.callsheet.spec.logic.ParameterPath;
import dev.callsheet.spec.model.ModelMode;
import dev.callsheet.spec.model.ModelSpec;
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
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;

/** A model, and everybody who validates and prices its requests; any number of threads may. */
public record JudgedModel(
    ModelSpec model,
    ModelValidator validator,
    Linter linter,
    SchemaJudge schema,
    Class<? extends ModelRequest<?>> requestType) {
  /** As everybody makes them. */
  private static final JsonMapper JACKSON_3 = new JsonMapper();

  private static final ObjectMapper JACKSON_2 = new ObjectMapper();

  /**
   * As they judge today.
   *
   * @param requestType generated and compiled
   */
  public static JudgedModel of(
      ModelSpec model, Linter linter, Class<? extends ModelRequest<?>> requestType) {
    return new JudgedModel(
        model,
        new ModelValidator(model, RuleInterpretation.ENFORCED, Clock.systemUTC()),
        linter,
        SchemaJudge.of(model),
        requestType);
  }

  /** What everybody says of a request. */
  public Opinions opinionsOn(JsonNode request) {
    List<Violation> validated = validator.validate(request);
    String text = request.toString();
    String file =
        model.isNamedInRequests() ? text : RequestEnvelope.around(model, request).toString();
    List<Violation> linted =
        linter.lint("request.json", file.getBytes(StandardCharsets.UTF_8)).findings().stream()
            .map(Finding::violation)
            .toList();
    return new Opinions(
        request,
        Opinions.findings(validated),
        linted,
        Opinions.findings(bound(linted)),
        check(typed(text)),
        check(typedByJackson2(text)),
        schema.accepts(request),
        validated.stream()
            .filter(violation -> violation.severity() == Severity.ERROR)
            .allMatch(violation -> schema.overlooks(violation, request)));
  }

  /**
   * What the checker has to find where the linter finds this: a parameter that the spec does not
   * have is perhaps newer, and what generated classes have by themselves is never missing.
   */
  private List<Violation> bound(List<Violation> linted) {
    return linted.stream()
        .filter(violation -> !isSettled(violation))
        .map(
            violation ->
                violation.rule().equals(StructuralRule.UNKNOWN_PARAMETER.id())
                    ? new Violation(
                        violation.rule(),
                        Severity.WARNING,
                        violation.pointer(),
                        violation.problem(),
                        List.of())
                    : violation)
        .toList();
  }

  /** Whether a constant is missing, or the task's own UUID. */
  private boolean isSettled(Violation violation) {
    if (!(violation.problem() instanceof Problem.MissingParameter missing)) {
      return false;
    }
    String pointer = violation.pointer() + "/" + missing.name();
    boolean isConstant =
        model
            .parameter(pathOf(pointer))
            .filter(
                parameter ->
                    parameter.shape() instanceof Shape.Choice choice && choice.isConstant())
            .isPresent();
    return isConstant || pointer.equals("/taskUUID");
  }

  private static ParameterPath pathOf(String pointer) {
    return ParameterPath.parse(
        pointer.substring(1).replaceAll("/\\d+(?=/|$)", "[]").replace('/', '.'));
  }

  private static @Nullable Set<String> check(@Nullable ModelRequest<?> typed) {
    return typed == null ? null : Opinions.findings(typed.check());
  }

  /** The request as generated classes have it; null where they refuse it. */
  private @Nullable ModelRequest<?> typed(String request) {
    try {
      return JACKSON_3.readValue(request, requestType);
    } catch (JacksonException refused) {
      return null;
    }
  }

  private @Nullable ModelRequest<?> typedByJackson2(String request) {
    try {
      return JACKSON_2.readValue(request, requestType);
    } catch (JsonProcessingException refused) {
      return null;
    }
  }

  /** A request, as JSON, with a name that stands twice in an object is refused by everybody. */
  public void assertThatNoNameStandsTwice(String request) {
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
    ModelRequest<?> typed = typed(request.toString());
    if (typed == null) {
      return Opinions.holdsMoreThanAnInt(request)
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
