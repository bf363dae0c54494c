package dev.callsheet.spec.check;

import dev.callsheet.runtime.JsonPointer;
import dev.callsheet.runtime.Price;
import dev.callsheet.runtime.Severity;
import dev.callsheet.runtime.StructuralRule;
import dev.callsheet.runtime.Violation;
import dev.callsheet.spec.logic.FormulaCompiler;
import dev.callsheet.spec.logic.JsonLocation;
import dev.callsheet.spec.model.ModelMode;
import dev.callsheet.spec.model.ModelSpec;
import dev.callsheet.spec.model.RuleInterpretation;
import dev.callsheet.spec.model.SpecTest;
import dev.callsheet.spec.model.SpecTest.Expected;
import dev.callsheet.spec.price.PriceEstimator;
import dev.callsheet.spec.source.SourceLocation;
import dev.callsheet.spec.source.SpellingSuggestion;
import dev.callsheet.spec.validation.ModelValidator;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Runs the tests of a spec: the linter's validator judges their requests by the enforced rules.
 * Notes do not count.
 */
final class SpecTestCheck {
  private final ModelSpec model;
  private final ModelValidator validator;

  SpecTestCheck(ModelSpec model) {
    this.model = model;
    this.validator = new ModelValidator(model, RuleInterpretation.ENFORCED);
  }

  List<CheckFinding> findings(List<SpecTest> tests) {
    List<CheckFinding> findings = new ArrayList<>();
    tests.forEach(test -> run(test, findings));
    return findings;
  }

  private void run(SpecTest test, List<CheckFinding> findings) {
    JsonNode request = test.request().json();
    List<Violation> found =
        validatorOn(test.today()).validate(request).stream()
            .filter(violation -> violation.severity() != Severity.NOTE)
            .toList();
    Set<String> expected =
        test.brokenRules().stream().map(Expected::value).collect(Collectors.toSet());
    found.stream()
        .filter(violation -> !expected.contains(violation.rule()))
        .map(violation -> unexpected(test, violation))
        .forEach(findings::add);
    test.brokenRules().stream()
        .filter(rule -> found.stream().noneMatch(each -> each.rule().equals(rule.value())))
        .map(rule -> notBroken(test, rule))
        .forEach(findings::add);
    Expected mode = test.mode();
    if (mode != null) {
      wrongMode(test, mode, request).ifPresent(findings::add);
    }
    Expected price = test.price();
    if (price != null) {
      wrongPrice(test, price, request, found).ifPresent(findings::add);
    }
  }

  private ModelValidator validatorOn(@Nullable LocalDate today) {
    return today == null
        ? validator
        : new ModelValidator(
            model,
            RuleInterpretation.ENFORCED,
            Clock.fixed(today.atStartOfDay(ZoneOffset.UTC).toInstant(), ZoneOffset.UTC));
  }

  private CheckFinding unexpected(SpecTest test, Violation violation) {
    return failed(
        test,
        "is not expected to break `" + violation.rule() + "`: " + violation.message(),
        test.locationOf(JsonPointer.parse(violation.pointer())));
  }

  private CheckFinding notBroken(SpecTest test, Expected rule) {
    boolean exists =
        StructuralRule.withId(rule.value()).isPresent() || model.rule(rule.value()).isPresent();
    return failed(
        test,
        exists
            ? "is expected to break `" + rule.value() + "`, which it does not."
            : "is expected to break `"
                + rule.value()
                + "`, and there is no such rule"
                + SpellingSuggestion.hint(rule.value(), ruleIds()),
        rule.location());
  }

  private List<String> ruleIds() {
    return Stream.concat(
            model.rulesAndAdvice().stream().map(rule -> rule.id()),
            Stream.of(StructuralRule.values()).map(StructuralRule::id))
        .toList();
  }

  private Optional<CheckFinding> wrongMode(SpecTest test, Expected mode, JsonNode request) {
    JsonLocation task = JsonLocation.root(request);
    List<String> actual =
        model.modes().stream()
            .filter(each -> FormulaCompiler.compile(each.condition(model.modes())).holdsIn(task))
            .map(ModelMode::name)
            .toList();
    return actual.equals(List.of(mode.value()))
        ? Optional.empty()
        : Optional.of(
            failed(
                test,
                "is expected to be of the mode `"
                    + mode.value()
                    + "`, and is of "
                    + (actual.isEmpty() ? "none" : "`" + String.join("` and `", actual) + "`")
                    + ".",
                mode.location()));
  }

  private Optional<CheckFinding> wrongPrice(
      SpecTest test, Expected expected, JsonNode request, List<Violation> found) {
    String start = "is expected to cost " + expected.value() + ", and ";
    if (found.stream().anyMatch(violation -> violation.severity() == Severity.ERROR)) {
      return Optional.of(
          failed(test, start + "what is not valid has no price.", expected.location()));
    }
    Price actual = PriceEstimator.price(model, request);
    String amount = actual instanceof Price.Exact exact ? exact.amount().toPlainString() : "";
    return Set.of(amount, actual.toString()).contains(expected.value())
        ? Optional.empty()
        : Optional.of(
            failed(
                test,
                start + "its price is " + actual + ": " + actual.why() + ".",
                expected.location()));
  }

  private static CheckFinding failed(SpecTest test, String statement, SourceLocation location) {
    return new CheckFinding(
        CheckFinding.FAILED_TEST,
        Severity.ERROR,
        test.title(),
        "The request of the test `" + test.title() + "` " + statement,
        location,
        null,
        List.of(),
        null);
  }
}
