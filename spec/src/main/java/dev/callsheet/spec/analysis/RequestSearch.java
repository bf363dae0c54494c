package dev.callsheet.spec.analysis;

import dev.callsheet.runtime.Severity;
import dev.callsheet.runtime.Violation;
import dev.callsheet.spec.logic.Formula;
import dev.callsheet.spec.logic.ParameterPath;
import dev.callsheet.spec.model.ModelSpec;
import dev.callsheet.spec.model.Rule;
import dev.callsheet.spec.model.RuleInterpretation;
import dev.callsheet.spec.validation.ModelValidator;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.logicng.formulas.FormulaFactory;
import tools.jackson.databind.JsonNode;

/**
 * Finds smallest requests with a given property. What it returns was judged by the linter's own
 * checker, so that no request is called valid, or broken in one way only, that is not. The same
 * question always has the same answer. Only requests in which the items of each list are alike are
 * looked at. Not safe for use by several threads.
 */
public final class RequestSearch {
  private final ModelSpec spec;
  private final RuleInterpretation reading;
  private final SatModel satModel;
  private final ModelValidator validator;
  private final RequestAdjuster adjuster;

  /** Searches among the requests for a model, its rules read in that way. */
  public RequestSearch(ModelSpec spec, RuleInterpretation reading) {
    this(spec, reading, new SatModel(spec, reading, true));
  }

  RequestSearch(ModelSpec spec, RuleInterpretation reading, SatModel theory) {
    this.spec = spec;
    this.reading = reading;
    this.satModel = theory;
    this.validator = new ModelValidator(spec, reading);
    this.adjuster = new RequestAdjuster(spec);
  }

  /** A smallest valid request; empty when there is none. */
  public Optional<JsonNode> smallestRequest() {
    return smallestValidRequest(satModel.factory().verum());
  }

  /** A smallest valid request that provides a parameter; empty when there is none. */
  public Optional<JsonNode> smallestRequestProviding(ParameterPath path) {
    VariableTable.Entry term = satModel.variables().entry(path);
    return term == null ? Optional.empty() : smallestValidRequest(term.presence());
  }

  /** A smallest valid request that a rule has something to say of. */
  public Optional<JsonNode> smallestRequestExercising(Rule rule) {
    return smallestValidRequest(applicabilityOf(rule));
  }

  /** Whether some request breaks a rule and keeps all others; true where that is not decided. */
  public boolean isViolableAlone(Rule rule) {
    EncodedRule law = satModel.rule(rule.id());
    return !law.isExact()
        || satModel.isSatisfiable(law.violationSelector(), satModel.rulesExcept(law));
  }

  /** A smallest request that breaks a rule, and does nothing else wrong. */
  public Optional<JsonNode> smallestRequestViolatingOnly(Rule rule) {
    EncodedRule law = satModel.rule(rule.id());
    Predicate<JsonNode> wanted = request -> violatesOnly(request, rule);
    Collection<EncodedRule> others = satModel.rulesExcept(law);
    if (!law.isExact()) {
      return solve(applicabilityOf(rule), satModel.rules())
          .flatMap(request -> adjuster.adjust(request, rule, formulaOf(rule), wanted));
    }
    VariableTable.Entry scope = satModel.variables().entry(rule.scope());
    FormulaFactory f = satModel.factory();
    org.logicng.formulas.Formula broken =
        scope == null ? law.formula().negate() : f.and(scope.presence(), law.formula().negate());
    return solve(broken, others)
        .flatMap(request -> adjusted(request, violations -> areAllOf(violations, rule)))
        .filter(wanted);
  }

  /** Whether a valid request can be so, and one that is, where it could be written out. */
  ExampleResult findExample(org.logicng.formulas.Formula claim) {
    if (!satModel.isSatisfiable(claim)) {
      return new ExampleResult(false, null);
    }
    Optional<JsonNode> request = smallestValidRequest(claim);
    if (request.isPresent()) {
      return new ExampleResult(true, request.get());
    }
    boolean onlyItsValuesAreWrong =
        solve(claim, satModel.rules()).stream()
            .flatMap(tried -> errors(tried).stream())
            .noneMatch(violation -> spec.rule(violation.rule()).isPresent());
    return new ExampleResult(onlyItsValuesAreWrong, null);
  }

  /**
   * An answer.
   *
   * @param isPossible false also where a rule that is not analysed stands against it
   * @param request null where there is none, or where a value is needed that none was found for
   */
  record ExampleResult(boolean isPossible, @Nullable JsonNode request) {}

  /** Where a rule's condition holds, or everything it speaks of is provided. */
  private org.logicng.formulas.Formula applicabilityOf(Rule rule) {
    Formula demand = formulaOf(rule);
    List<org.logicng.formulas.Formula> parts = new ArrayList<>();
    if (demand instanceof Formula.Implies conditional) {
      parts.add(satModel.encode(rule.scope(), conditional.condition()).formula());
    }
    VariableTable.Entry scope = satModel.variables().entry(rule.scope());
    if (scope != null) {
      parts.add(scope.presence());
    }
    FormulaFactory f = satModel.factory();
    List<org.logicng.formulas.Formula> wanted = new ArrayList<>(parts);
    for (ParameterPath path : demand.parameters()) {
      VariableTable.Entry term = satModel.variables().entry(rule.scope().resolve(path));
      if (term != null && satModel.isSatisfiable(f.and(f.and(wanted), term.presence()))) {
        wanted.add(term.presence());
      }
    }
    return f.and(demand instanceof Formula.Count ? parts : wanted);
  }

  private Optional<JsonNode> smallestValidRequest(org.logicng.formulas.Formula claim) {
    return solve(claim, satModel.rules())
        .flatMap(request -> adjusted(request, List::isEmpty))
        .filter(this::isValid);
  }

  private Optional<JsonNode> solve(
      org.logicng.formulas.Formula claim, Collection<EncodedRule> kept) {
    return satModel
        .smallestAssignment(claim, kept)
        .map(assignment -> AssignmentDecoder.decode(satModel.variables(), assignment));
  }

  /** The request, with the rules that the solver does not understand met as well. */
  private Optional<JsonNode> adjusted(JsonNode request, Predicate<List<Violation>> wanted) {
    Optional<JsonNode> settled = Optional.of(request);
    for (EncodedRule law : satModel.rules()) {
      if (!law.isExact()) {
        Rule rule = law.rule();
        settled =
            settled.flatMap(
                now ->
                    adjuster.adjust(now, rule, formulaOf(rule), tried -> !violates(tried, rule)));
      }
    }
    return settled.filter(done -> wanted.test(errors(done)));
  }

  private Formula formulaOf(Rule rule) {
    return reading.bindingBody(rule).toFormula();
  }

  private boolean isValid(JsonNode request) {
    return errors(request).isEmpty();
  }

  private boolean violates(JsonNode request, Rule rule) {
    return validator.validate(request).stream()
        .anyMatch(violation -> violation.rule().equals(rule.id()));
  }

  private boolean violatesOnly(JsonNode request, Rule rule) {
    List<Violation> relevant =
        validator.validate(request).stream()
            .filter(v -> v.severity() == Severity.ERROR || v.rule().equals(rule.id()))
            .toList();
    return areAllOf(relevant, rule);
  }

  private static boolean areAllOf(List<Violation> violations, Rule rule) {
    return violations.stream().allMatch(violation -> violation.rule().equals(rule.id()))
        && !violations.isEmpty();
  }

  private List<Violation> errors(JsonNode request) {
    return validator.validate(request).stream()
        .filter(violation -> violation.severity() == Severity.ERROR)
        .toList();
  }
}
