package dev.callsheet.spec.validation;

import dev.callsheet.runtime.Problem;
import dev.callsheet.runtime.Severity;
import dev.callsheet.runtime.Violation;
import dev.callsheet.spec.logic.CompiledFormula;
import dev.callsheet.spec.logic.Formula;
import dev.callsheet.spec.logic.FormulaCompiler;
import dev.callsheet.spec.logic.JsonLocation;
import dev.callsheet.spec.logic.ParameterPath;
import dev.callsheet.spec.logic.RuleBody;
import dev.callsheet.spec.logic.TruthValue;
import dev.callsheet.spec.logic.UnreliableValues;
import dev.callsheet.spec.model.Rule;
import dev.callsheet.spec.model.RuleInterpretation;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Judges tasks by one rule. */
final class RuleValidator {
  /** In longer lists, nobody looks for the item to blame: that takes the square of their length. */
  private static final int MAX_ITEMS_EXAMINED = 100;

  private final Rule rule;
  private final CompiledBody enforced;
  private final @Nullable CompiledBody documented;
  private final Severity documentedSeverity;

  RuleValidator(Rule rule, RuleInterpretation reading) {
    this.rule = rule;
    this.enforced = CompiledBody.of(rule.body());
    this.documented = rule.documentedBody() == null ? null : CompiledBody.of(rule.documentedBody());
    this.documentedSeverity =
        reading == RuleInterpretation.DOCUMENTED ? Severity.ERROR : Severity.WARNING;
  }

  /** Judges a task, in every place where the rule applies. */
  void validate(JsonLocation task, ViolationCollector mistakes) {
    for (JsonLocation scope : task.resolve(rule.scope())) {
      if (!mistakes.isUnreliable(scope)) {
        validateScope(scope, mistakes);
      }
    }
  }

  private void validateScope(JsonLocation scope, ViolationCollector mistakes) {
    if (enforced.isViolatedIn(scope, mistakes)) {
      Problem problem =
          new Problem.BrokenRule(
              rule.description(),
              new RuleObserver(scope, mistakes).observations(enforced.formula()));
      report(rule.severity(), problem, enforced, scope, mistakes);
    } else if (documented != null && documented.isViolatedIn(scope, mistakes)) {
      Problem problem = new Problem.BrokenWording(rule.id(), rule.contradicts(), rule.note());
      report(documentedSeverity, problem, documented, scope, mistakes);
    }
  }

  private void report(
      Severity severity,
      Problem problem,
      CompiledBody form,
      JsonLocation scope,
      ViolationCollector mistakes) {
    List<String> provided =
        form.parameters.stream()
            .flatMap(path -> form.violatingFirst(scope.resolve(path), scope))
            .map(JsonLocation::pointer)
            .distinct()
            .toList();
    if (provided.isEmpty()) {
      mistakes.addRuleViolation(
          new Violation(rule.id(), severity, scope.pointer(), problem, List.of()));
    } else {
      mistakes.addRuleViolation(
          new Violation(
              rule.id(), severity, provided.get(0), problem, provided.subList(1, provided.size())));
    }
  }

  /** A rule's body made ready. */
  private record CompiledBody(
      Formula formula, CompiledFormula statement, List<ParameterPath> parameters) {
    static CompiledBody of(RuleBody body) {
      Formula formula = body.toFormula();
      return new CompiledBody(formula, FormulaCompiler.compile(formula), formula.parameters());
    }

    boolean isViolatedIn(JsonLocation scope, UnreliableValues doubt) {
      return statement.evaluate(scope, doubt) == TruthValue.FALSE;
    }

    /**
     * The places that a path through a list leads to, those in front that break the form by
     * themselves: even if nothing were known of the others.
     */
    Stream<JsonLocation> violatingFirst(List<JsonLocation> places, JsonLocation scope) {
      if (places.size() < 2 || places.size() > MAX_ITEMS_EXAMINED) {
        return places.stream();
      }
      List<JsonLocation> blamed =
          places.stream()
              .filter(place -> isViolatedIn(scope, allUnreliableExcept(places, place)))
              .toList();
      return Stream.concat(blamed.stream(), places.stream());
    }

    private static UnreliableValues allUnreliableExcept(
        List<JsonLocation> places, JsonLocation one) {
      return UnreliableValues.atPointers(
          places.stream()
              .filter(place -> place != one)
              .map(JsonLocation::pointer)
              .collect(Collectors.toSet()));
    }
  }
}
