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
import java.time.Clock;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Validates tasks by one rule. */
final class RuleValidator {
  /** In longer lists the violating item is not searched for: that takes quadratic time. */
  private static final int MAX_ITEMS_EXAMINED = 100;

  private final Rule rule;
  private final CompiledBody enforced;
  private final @Nullable CompiledBody documented;
  private final Severity documentedSeverity;

  private final Clock clock;

  RuleValidator(Rule rule, RuleInterpretation interpretation, Clock clock) {
    this.rule = rule;
    this.clock = clock;
    this.enforced = CompiledBody.of(rule.body());
    this.documented = rule.documentedBody() == null ? null : CompiledBody.of(rule.documentedBody());
    this.documentedSeverity =
        interpretation == RuleInterpretation.DOCUMENTED ? Severity.ERROR : Severity.NOTE;
  }

  /** Validates a task, in every scope of the rule. */
  void validate(JsonLocation task, ViolationCollector violations) {
    if (rule.scope().isRoot()) {
      if (!violations.isUnreliable(task)) {
        validateScope(task, violations);
      }
      return;
    }
    for (JsonLocation scope : task.resolve(rule.scope())) {
      if (!violations.isUnreliable(scope)) {
        validateScope(scope, violations);
      }
    }
  }

  private void validateScope(JsonLocation scope, ViolationCollector violations) {
    if (enforced.isViolatedIn(scope, violations)) {
      Problem problem =
          new Problem.BrokenRule(
              rule.description(),
              new RuleObserver(scope, violations).observations(enforced.formula()));
      report(rule.severityOn(clock), problem, enforced, scope, violations);
    } else if (documented != null && documented.isViolatedIn(scope, violations)) {
      Problem problem = new Problem.BrokenWording(rule.id(), rule.contradicts(), rule.note());
      report(documentedSeverity, problem, documented, scope, violations);
    }
  }

  private void report(
      Severity severity,
      Problem problem,
      CompiledBody form,
      JsonLocation scope,
      ViolationCollector violations) {
    List<String> provided =
        form.parameters.stream()
            .flatMap(path -> form.violatingFirst(scope.resolve(path), scope))
            .map(JsonLocation::pointer)
            .distinct()
            .toList();
    if (provided.isEmpty()) {
      violations.addRuleViolation(
          new Violation(rule.id(), severity, scope.pointer(), problem, List.of()));
    } else {
      violations.addRuleViolation(
          new Violation(
              rule.id(), severity, provided.get(0), problem, provided.subList(1, provided.size())));
    }
  }

  /** A body with its formula, as a function, and the parameters that it names. */
  private record CompiledBody(
      Formula formula, CompiledFormula statement, List<ParameterPath> parameters) {
    static CompiledBody of(RuleBody body) {
      Formula formula = body.toFormula();
      return new CompiledBody(formula, FormulaCompiler.compile(formula), formula.parameters());
    }

    boolean isViolatedIn(JsonLocation scope, UnreliableValues unreliable) {
      return statement.evaluate(scope, unreliable) == TruthValue.FALSE;
    }

    /**
     * The locations that a path through a list leads to, first those that violate the rule by
     * themselves: even if all others were unreliable.
     */
    Stream<JsonLocation> violatingFirst(List<JsonLocation> locations, JsonLocation scope) {
      if (locations.size() < 2 || locations.size() > MAX_ITEMS_EXAMINED) {
        return locations.stream();
      }
      List<JsonLocation> violating =
          locations.stream()
              .filter(location -> isViolatedIn(scope, allUnreliableExcept(locations, location)))
              .toList();
      return Stream.concat(violating.stream(), locations.stream());
    }

    private static UnreliableValues allUnreliableExcept(
        List<JsonLocation> locations, JsonLocation one) {
      return UnreliableValues.atPointers(
          locations.stream()
              .filter(location -> location != one)
              .map(JsonLocation::pointer)
              .collect(Collectors.toSet()));
    }
  }
}
