package dev.callsheet.spec.analysis;

import dev.callsheet.runtime.Severity;
import dev.callsheet.runtime.Violation;
import dev.callsheet.spec.calculus.Formula;
import dev.callsheet.spec.calculus.Path;
import dev.callsheet.spec.lint.Reading;
import dev.callsheet.spec.lint.TaskChecker;
import dev.callsheet.spec.model.ModelSpec;
import dev.callsheet.spec.model.Requirement;
import dev.callsheet.spec.model.Rule;
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
  private final Reading reading;
  private final Theory theory;
  private final TaskChecker checker;
  private final Adjustment adjustment;

  /** Searches among the requests for a model, its rules read in that way. */
  public RequestSearch(ModelSpec spec, Reading reading) {
    this(spec, reading, new Theory(spec, reading, true));
  }

  RequestSearch(ModelSpec spec, Reading reading, Theory theory) {
    this.spec = spec;
    this.reading = reading;
    this.theory = theory;
    this.checker = new TaskChecker(spec, reading);
    this.adjustment = new Adjustment(spec);
  }

  /** A smallest valid request; empty when there is none. */
  public Optional<JsonNode> any() {
    return valid(theory.factory().verum());
  }

  /** A smallest valid request that provides a parameter; empty when there is none. */
  public Optional<JsonNode> providing(Path path) {
    Vocabulary.Term term = theory.vocabulary().term(path);
    return term == null ? Optional.empty() : valid(term.present());
  }

  /** A smallest valid request that a rule has something to say of. */
  public Optional<JsonNode> exercising(Rule rule) {
    return valid(applies(rule));
  }

  /** Whether some request breaks a rule and keeps all others; true where that is not decided. */
  public boolean isBreakable(Rule rule) {
    Law law = theory.law(rule.id());
    return !law.complete() || theory.possible(law.broken(), theory.without(law));
  }

  /** A smallest request that breaks a rule, and does nothing else wrong. */
  public Optional<JsonNode> breakingOnly(Rule rule) {
    Law law = theory.law(rule.id());
    Predicate<JsonNode> wanted = request -> breaksOnly(request, rule);
    Collection<Law> others = theory.without(law);
    if (!law.complete()) {
      return written(applies(rule), theory.laws())
          .flatMap(request -> adjustment.of(request, rule, demand(rule), wanted));
    }
    Vocabulary.Term scope = theory.vocabulary().term(rule.scope());
    FormulaFactory f = theory.factory();
    org.logicng.formulas.Formula broken =
        scope == null ? law.demand().negate() : f.and(scope.present(), law.demand().negate());
    return written(broken, others)
        .flatMap(request -> settled(request, violations -> isOnly(violations, rule)))
        .filter(wanted);
  }

  /** Whether a valid request can be so, and one that is, where it could be written out. */
  Showing showing(org.logicng.formulas.Formula claim) {
    if (!theory.possible(claim)) {
      return new Showing(false, null);
    }
    Optional<JsonNode> request = valid(claim);
    if (request.isPresent()) {
      return new Showing(true, request.get());
    }
    boolean onlyItsValuesAreWrong =
        written(claim, theory.laws()).stream()
            .flatMap(tried -> errors(tried).stream())
            .noneMatch(violation -> spec.rule(violation.rule()).isPresent());
    return new Showing(onlyItsValuesAreWrong, null);
  }

  /**
   * An answer.
   *
   * @param possible false also where a rule that is not analysed stands against it
   * @param request null where there is none, or where a value is needed that none was found for
   */
  record Showing(boolean possible, @Nullable JsonNode request) {}

  /** Where a rule's condition holds, or everything it speaks of is provided. */
  private org.logicng.formulas.Formula applies(Rule rule) {
    Formula demand = demand(rule);
    List<org.logicng.formulas.Formula> parts = new ArrayList<>();
    if (demand instanceof Formula.Implies conditional) {
      parts.add(theory.encode(rule.scope(), conditional.condition()).formula());
    }
    Vocabulary.Term scope = theory.vocabulary().term(rule.scope());
    if (scope != null) {
      parts.add(scope.present());
    }
    FormulaFactory f = theory.factory();
    List<org.logicng.formulas.Formula> wanted = new ArrayList<>(parts);
    for (Path path : Requirement.parameters(demand)) {
      Vocabulary.Term term = theory.vocabulary().term(rule.scope().then(path));
      if (term != null && theory.possible(f.and(f.and(wanted), term.present()))) {
        wanted.add(term.present());
      }
    }
    return f.and(demand instanceof Formula.Count ? parts : wanted);
  }

  private Optional<JsonNode> valid(org.logicng.formulas.Formula claim) {
    return written(claim, theory.laws())
        .flatMap(request -> settled(request, List::isEmpty))
        .filter(this::isValid);
  }

  private Optional<JsonNode> written(org.logicng.formulas.Formula claim, Collection<Law> kept) {
    return theory
        .smallest(claim, kept)
        .map(assignment -> Witness.of(theory.vocabulary(), assignment));
  }

  /** The request, with the rules that the solver does not understand met as well. */
  private Optional<JsonNode> settled(JsonNode request, Predicate<List<Violation>> wanted) {
    Optional<JsonNode> settled = Optional.of(request);
    for (Law law : theory.laws()) {
      if (!law.complete()) {
        Rule rule = law.rule();
        settled =
            settled.flatMap(
                now -> adjustment.of(now, rule, demand(rule), tried -> !breaks(tried, rule)));
      }
    }
    return settled.filter(done -> wanted.test(errors(done)));
  }

  private Formula demand(Rule rule) {
    return Requirement.of(reading.lawOf(rule));
  }

  private boolean isValid(JsonNode request) {
    return errors(request).isEmpty();
  }

  private boolean breaks(JsonNode request, Rule rule) {
    return checker.check(request).stream()
        .anyMatch(violation -> violation.rule().equals(rule.id()));
  }

  private boolean breaksOnly(JsonNode request, Rule rule) {
    List<Violation> relevant =
        checker.check(request).stream()
            .filter(v -> v.severity() == Severity.ERROR || v.rule().equals(rule.id()))
            .toList();
    return isOnly(relevant, rule);
  }

  private static boolean isOnly(List<Violation> violations, Rule rule) {
    return violations.stream().allMatch(violation -> violation.rule().equals(rule.id()))
        && !violations.isEmpty();
  }

  private List<Violation> errors(JsonNode request) {
    return checker.check(request).stream()
        .filter(violation -> violation.severity() == Severity.ERROR)
        .toList();
  }
}
