package dev.callsheet.spec.analysis;

import dev.callsheet.runtime.Severity;
import dev.callsheet.runtime.Violation;
import dev.callsheet.spec.logic.Formula;
import dev.callsheet.spec.logic.ParameterPath;
import dev.callsheet.spec.model.ModelMode;
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
 * Finds smallest requests with a given property: valid, or violating one rule and nothing else.
 *
 * <p>Three steps. The {@link SatModel} finds an assignment with the fewest parameters and the
 * plainest values, the {@link AssignmentDecoder} writes it as a request, and the {@link
 * RequestAdjuster} changes values in it until the rules that the model does not cover are kept (or
 * the one to violate is violated). The result is validated by the {@link ModelValidator}, the
 * reference implementation, so that no request is called valid, or wrong in one way only, that is
 * not. Only requests in which the items of each list are alike are considered.
 *
 * <p>Cost: one minimisation, tens of milliseconds for a bundled model, and a bounded number of
 * validations. Deterministic: the same question always has the same answer. Not safe for use by
 * several threads.
 */
public final class RequestSearch {
  private final ModelSpec spec;
  private final RuleInterpretation interpretation;
  private final SatModel satModel;
  private final ModelValidator validator;
  private final RequestAdjuster adjuster;

  /** Searches among the requests of a model. */
  public RequestSearch(ModelSpec spec, RuleInterpretation interpretation) {
    this(spec, interpretation, new SatModel(spec, interpretation, true));
  }

  RequestSearch(ModelSpec spec, RuleInterpretation interpretation, SatModel satModel) {
    this.spec = spec;
    this.interpretation = interpretation;
    this.satModel = satModel;
    this.validator = new ModelValidator(spec, interpretation);
    this.adjuster = new RequestAdjuster(spec);
  }

  /** A smallest valid request; empty when there is none. */
  public Optional<JsonNode> smallestRequest() {
    return smallestValidRequest(satModel.factory().verum());
  }

  /** A smallest valid request that provides a parameter; empty when there is none. */
  public Optional<JsonNode> smallestRequestProviding(ParameterPath path) {
    VariableTable.Entry entry = satModel.variables().entry(path);
    return entry == null ? Optional.empty() : smallestValidRequest(entry.presence());
  }

  /** A smallest valid request of a mode; empty when there is none. */
  public Optional<JsonNode> smallestRequestOf(ModelMode mode) {
    return smallestValidRequest(satModel.encode(mode).formula());
  }

  /** A smallest valid request to which a rule applies, and which keeps it. */
  public Optional<JsonNode> smallestRequestExercising(Rule rule) {
    return smallestValidRequest(applicabilityOf(rule)).filter(request -> !violates(request, rule));
  }

  /** Whether some request violates a rule and keeps all others; true where that is undecided. */
  public boolean isViolableAlone(Rule rule) {
    EncodedRule encodedRule = satModel.rule(rule);
    return !encodedRule.isExact()
        || satModel.isSatisfiable(
            encodedRule.violationSelector(), satModel.rulesBeside(encodedRule));
  }

  /** A smallest request that violates a rule and is valid otherwise. */
  public Optional<JsonNode> smallestRequestViolatingOnly(Rule rule) {
    EncodedRule encodedRule = satModel.rule(rule);
    Predicate<JsonNode> wanted = request -> violatesOnly(request, rule);
    if (!encodedRule.isExact()) {
      return solve(applicabilityOf(rule))
          .flatMap(request -> adjuster.adjust(request, rule.scope(), formulaOf(rule), wanted));
    }
    return solve(
            satModel.inScope(rule, encodedRule.formula().negate()),
            satModel.rulesExcept(encodedRule),
            satModel.rulesBeside(encodedRule))
        .flatMap(request -> adjusted(request, wanted));
  }

  /** Whether the claim holds in a valid request, and such a request where one was constructed. */
  ExampleResult findExample(org.logicng.formulas.Formula claim) {
    if (!satModel.isSatisfiable(claim)) {
      return new ExampleResult(false, null);
    }
    Optional<JsonNode> request = smallestValidRequest(claim);
    if (request.isPresent()) {
      return new ExampleResult(true, request.get());
    }
    boolean onlyItsValuesAreWrong =
        solve(claim).stream()
            .flatMap(tried -> errors(tried).stream())
            .noneMatch(violation -> spec.rule(violation.rule()).isPresent());
    return new ExampleResult(onlyItsValuesAreWrong, null);
  }

  /**
   * Whether a claim is possible, with an example.
   *
   * @param isPossible false also where only a rule that is not analysed forbids it
   * @param request null where it is not possible, or where a value needed could not be constructed
   */
  record ExampleResult(boolean isPossible, @Nullable JsonNode request) {}

  /** Holds where a rule's condition and demand hold and, as far as possible, with all it names. */
  private org.logicng.formulas.Formula applicabilityOf(Rule rule) {
    Formula demand = formulaOf(rule);
    List<org.logicng.formulas.Formula> parts = new ArrayList<>();
    parts.add(satModel.rule(rule).formula());
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
      VariableTable.Entry entry = satModel.variables().entry(rule.scope().resolve(path));
      if (entry != null && satModel.isSatisfiable(f.and(f.and(wanted), entry.presence()))) {
        wanted.add(entry.presence());
      }
    }
    return f.and(demand instanceof Formula.Count ? parts : wanted);
  }

  private Optional<JsonNode> smallestValidRequest(org.logicng.formulas.Formula claim) {
    return solve(claim).flatMap(request -> adjusted(request, this::isValid));
  }

  private Optional<JsonNode> solve(org.logicng.formulas.Formula claim) {
    return solve(claim, satModel.rules(), satModel.bindingRules());
  }

  /** A request that gets a warning only where none goes without. */
  private Optional<JsonNode> solve(
      org.logicng.formulas.Formula claim,
      Collection<EncodedRule> preferred,
      Collection<EncodedRule> kept) {
    Optional<JsonNode> clean = solve(claim, preferred);
    return clean.isEmpty() && kept.size() < preferred.size() ? solve(claim, kept) : clean;
  }

  private Optional<JsonNode> solve(
      org.logicng.formulas.Formula claim, Collection<EncodedRule> kept) {
    return satModel
        .smallestAssignment(claim, kept)
        .map(assignment -> AssignmentDecoder.decode(satModel.variables(), assignment));
  }

  /** The request, adjusted so that the rules outside the model are kept as well. */
  private Optional<JsonNode> adjusted(JsonNode request, Predicate<JsonNode> wanted) {
    Optional<JsonNode> settled = Optional.of(request);
    for (EncodedRule encodedRule : satModel.rules()) {
      if (!encodedRule.isExact()) {
        Rule rule = encodedRule.rule();
        settled =
            settled.flatMap(
                now ->
                    adjuster
                        .adjust(now, rule.scope(), formulaOf(rule), tried -> !violates(tried, rule))
                        .or(() -> encodedRule.isBinding() ? Optional.empty() : Optional.of(now)));
      }
    }
    return settled.filter(wanted);
  }

  private Formula formulaOf(Rule rule) {
    return interpretation.bindingBody(rule).toFormula();
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
    return relevant.stream().allMatch(violation -> violation.rule().equals(rule.id()))
        && !relevant.isEmpty();
  }

  private List<Violation> errors(JsonNode request) {
    return validator.validate(request).stream()
        .filter(violation -> violation.severity() == Severity.ERROR)
        .toList();
  }
}
