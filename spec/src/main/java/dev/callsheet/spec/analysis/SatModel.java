package dev.callsheet.spec.analysis;

import dev.callsheet.spec.logic.Formula;
import dev.callsheet.spec.logic.ParameterPath;
import dev.callsheet.spec.logic.SchemaFragment;
import dev.callsheet.spec.model.ModelMode;
import dev.callsheet.spec.model.ModelSpec;
import dev.callsheet.spec.model.Rule;
import dev.callsheet.spec.model.RuleInterpretation;
import dev.callsheet.spec.source.SourceLocation;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.logicng.datastructures.Assignment;
import org.logicng.datastructures.Tristate;
import org.logicng.formulas.FormulaFactory;
import org.logicng.formulas.Literal;
import org.logicng.formulas.Variable;
import org.logicng.solvers.MiniSat;
import org.logicng.solvers.SATSolver;

/**
 * A spec as a propositional formula whose models are its valid requests, and a SAT solver that
 * answers questions about them. Not safe for use by several threads.
 *
 * <p>The formula is the conjunction of
 *
 * <ul>
 *   <li>what the shapes demand of the variables of the {@link VariableTable}: one says that a
 *       parameter is there, one for each {@linkplain ValuePartition class of values} which it has;
 *   <li>for every rule {@code r}, {@code selector(r) -> encoding(r)}, as the {@link FormulaEncoder}
 *       translates it, and {@code violationSelector(r) -> not encoding(r)};
 *   <li>the definitions that the encodings need.
 * </ul>
 *
 * <p>A question is a satisfiability test under assumptions: the claim and the selectors of the
 * rules to be kept. So one solver serves all questions, about any subset of the rules, and keeps
 * what it has learnt. A claim that is not a literal is given a name once ({@code name -> claim}).
 * What a rule says that cannot be encoded is a free variable in both directions: such a rule
 * restricts nothing, which makes a claim seem possible rather than impossible.
 *
 * <p>Cost: satisfiability is NP-complete, but specs are small (some hundred variables, some dozen
 * rules) and loosely coupled; a test takes well under a millisecond. One that is harder is given up
 * ({@link SolverBudget}): the claim counts as possible then, and {@link #takeUndecided} tells. Most
 * are not made at all: the assignments found last ({@value #MAX_CACHED_ASSIGNMENTS}) are evaluated
 * first, and whatever holds in one of them is possible. A smallest request is an optimisation on
 * top, made with a solver of its own because minimising adds constraints.
 *
 * <p>Source: N. Eén and N. Sörensson, <em>Temporal induction by incremental SAT solving</em>
 * (2003), for assumptions as switches; the analysis of feature models as in D. Benavides and
 * others, <em>Automated analysis of feature models 20 years later</em> (2010), for the questions.
 */
final class SatModel {
  private static final int MAX_CACHED_ASSIGNMENTS = 64;

  private final FormulaFactory f = new FormulaFactory();
  private final VariableTable variables;
  private final FormulaEncoder encoder;
  private final Map<String, EncodedRule> rules = new LinkedHashMap<>();
  private final Map<String, EncodedRule> advice = new HashMap<>();
  private final List<EncodedRule> bindingRules;
  private final SATSolver solver = MiniSat.miniSat(f);
  private final ModelSpec spec;
  private final RuleInterpretation interpretation;
  private final Map<org.logicng.formulas.Formula, Variable> claimLiterals = new HashMap<>();

  private final SolverBudget budget = new SolverBudget();
  private boolean isUndecided;

  /** Valid requests found last, newest first; most questions are answered by one of them. */
  private final Deque<Assignment> cachedAssignments = new ArrayDeque<>();

  /** Models all valid requests of a spec. */
  SatModel(ModelSpec spec, RuleInterpretation interpretation) {
    this(spec, interpretation, false);
  }

  /**
   * Models the valid requests of a spec.
   *
   * @param uniformItems whether only those in which the items of each list are alike
   */
  SatModel(ModelSpec spec, RuleInterpretation interpretation, boolean uniformItems) {
    this(spec, interpretation, uniformItems, ComparedFragments.of(spec, List.of()));
  }

  /**
   * As above.
   *
   * @param fragments what tells values apart, by the path of the parameter
   */
  SatModel(
      ModelSpec spec,
      RuleInterpretation interpretation,
      boolean uniformItems,
      Map<ParameterPath, Set<SchemaFragment>> fragments) {
    this.spec = spec;
    this.interpretation = interpretation;
    this.variables = new VariableTable(f, spec, fragments);
    this.encoder = new FormulaEncoder(f, variables, uniformItems);
    for (Rule rule : spec.rules()) {
      rules.put(rule.id(), encode(rule));
    }
    variables.shapeConstraints().forEach(solver::add);
    encoder.definitions().forEach(solver::add);
    rules.values().forEach(this::addSelectors);
    this.bindingRules = rules.values().stream().filter(EncodedRule::isBinding).toList();
  }

  FormulaFactory factory() {
    return f;
  }

  VariableTable variables() {
    return variables;
  }

  Collection<EncodedRule> rules() {
    return rules.values();
  }

  /** Those that every valid request keeps: a request that gets a warning is valid. */
  Collection<EncodedRule> bindingRules() {
    return bindingRules;
  }

  /**
   * A rule of the spec, or a piece of its advice. Advice is encoded where it is asked for, and not
   * among {@link #rules}: no request has to follow it, and some of it none can.
   */
  EncodedRule rule(Rule rule) {
    EncodedRule known = rules.get(rule.id());
    return known != null
        ? known
        : advice.computeIfAbsent(
            rule.id(),
            id -> {
              EncodedRule encoded = encode(rule);
              addSelectors(encoded);
              return encoded;
            });
  }

  private EncodedRule encode(Rule rule) {
    FormulaEncoder.EncodedFormula demand =
        encode(rule.scope(), interpretation.bindingBody(rule).toFormula());
    VariableTable.Entry scope = variables.entry(rule.scope());
    org.logicng.formulas.Formula inScope =
        scope == null ? demand.formula() : f.implication(scope.presence(), demand.formula());
    Variable kept = f.variable("@kept " + rule.id());
    Variable broken = f.variable("@broken " + rule.id());
    return new EncodedRule(rule, inScope, demand.isExact(), kept, broken);
  }

  private void addSelectors(EncodedRule rule) {
    solver.add(f.implication(rule.selector(), rule.formula()));
    solver.add(f.implication(rule.violationSelector(), rule.formula().negate()));
  }

  /** Translates a formula whose paths start at a scope; the solver learns its definitions. */
  FormulaEncoder.EncodedFormula encode(ParameterPath scope, Formula formula) {
    int known = encoder.definitions().size();
    FormulaEncoder.EncodedFormula encoded = encoder.encode(scope, formula);
    List<org.logicng.formulas.Formula> definitions = encoder.definitions();
    if (definitions.size() > known) {
      definitions.subList(known, definitions.size()).forEach(solver::add);
      cachedAssignments.clear(); // they lack the variables just defined
    }
    return encoded;
  }

  /** Translates which requests are of a mode. */
  FormulaEncoder.EncodedFormula encode(ModelMode mode) {
    return encode(ParameterPath.ROOT, mode.condition(spec.modes()));
  }

  /** Holds where a formula does and a rule's scope is there. */
  org.logicng.formulas.Formula inScope(Rule rule, org.logicng.formulas.Formula formula) {
    VariableTable.Entry scope = variables.entry(rule.scope());
    return scope == null ? formula : f.and(scope.presence(), formula);
  }

  /** Whether in some valid request all claims hold; true also where that is undecided. */
  boolean isSatisfiable(org.logicng.formulas.Formula... claims) {
    boolean isKnown =
        cachedAssignments.stream()
            .anyMatch(model -> Arrays.stream(claims).allMatch(c -> c.evaluate(model)));
    if (isKnown) {
      return true;
    }
    Tristate possible = solve(List.of(claims), bindingRules, budget.forQuestion());
    if (possible == Tristate.TRUE) {
      cachedAssignments.addFirst(lastAssignment());
      if (cachedAssignments.size() > MAX_CACHED_ASSIGNMENTS) {
        cachedAssignments.removeLast();
      }
    }
    return isNotRefuted(possible);
  }

  /**
   * Whether the claim holds in some request that keeps these rules, if not the others; true also
   * where that is undecided.
   */
  boolean isSatisfiable(org.logicng.formulas.Formula claim, Collection<EncodedRule> kept) {
    return isNotRefuted(solve(claim, kept));
  }

  private boolean isNotRefuted(Tristate possible) {
    isUndecided |= possible == Tristate.UNDEF;
    return possible != Tristate.FALSE;
  }

  /** Whether a question was left undecided since this was asked last. */
  boolean takeUndecided() {
    boolean wasUndecided = isUndecided;
    isUndecided = false;
    return wasUndecided;
  }

  /**
   * A finding that something is undecided; empty where all questions since the last were decided.
   *
   * @param statement what may hold or not, as a sentence
   */
  Optional<AnalysisFinding> takeUndecided(
      String subject, String statement, SourceLocation location) {
    return takeUndecided()
        ? Optional.of(AnalysisFinding.undecided(subject, statement, location))
        : Optional.empty();
  }

  /** Whether the claim holds in some request that keeps these rules, as far as that is decided. */
  Tristate solve(org.logicng.formulas.Formula claim, Collection<EncodedRule> kept) {
    return solve(claim, kept, budget.forQuestion());
  }

  /** The same, within a limit of its own. */
  Tristate solve(
      org.logicng.formulas.Formula claim, Collection<EncodedRule> kept, SolverBudget.Limit limit) {
    return solve(List.of(claim), kept, limit);
  }

  private Tristate solve(
      List<org.logicng.formulas.Formula> claims,
      Collection<EncodedRule> kept,
      SolverBudget.Limit limit) {
    List<Literal> assumptions = new ArrayList<>();
    claims.forEach(claim -> assumptions.add(literalFor(claim)));
    kept.forEach(encodedRule -> assumptions.add(encodedRule.selector()));
    return solver.sat(limit, assumptions);
  }

  SolverBudget budget() {
    return budget;
  }

  /** The assignment that made the last satisfiable question so. */
  Assignment lastAssignment() {
    Assignment model = solver.model();
    model.convertToFastEvaluable();
    return model;
  }

  /** A smallest set of rules that forbids the claim; empty where the shapes alone forbid it. */
  Causes smallestCauses(org.logicng.formulas.Formula claim, Collection<EncodedRule> among) {
    SmallestUnsatCore search = new SmallestUnsatCore(this, literalFor(claim), among);
    Optional<List<EncodedRule>> smallest = search.find();
    return new Causes(
        smallest.orElseGet(search::findIrreducible).stream()
            .map(
                encodedRule ->
                    new CausingRule(
                        encodedRule.rule().id(),
                        description(encodedRule.rule()),
                        encodedRule.rule().location()))
            .sorted((a, b) -> a.location().compareTo(b.location()))
            .toList(),
        smallest.isPresent());
  }

  /**
   * A smallest request in which the claim holds and these rules are kept: with the fewest
   * parameters and, among those, the most values that are the first, plainest, of their classes. A
   * larger one where the smallest takes too long to find, and none where any does.
   */
  Optional<Assignment> smallestAssignment(
      org.logicng.formulas.Formula claim, Collection<EncodedRule> kept) {
    SATSolver fresh = MiniSat.miniSat(f);
    variables.shapeConstraints().forEach(fresh::add);
    encoder.definitions().forEach(fresh::add);
    kept.forEach(encodedRule -> fresh.add(encodedRule.formula()));
    fresh.add(claim);
    SolverBudget.Limit limit = budget.forQuestion();
    if (fresh.sat(limit) != Tristate.TRUE) {
      return Optional.empty();
    }
    return Optional.of(new AssignmentMinimizer(f, variables, fresh, limit).smallest());
  }

  private String description(Rule rule) {
    String note = rule.note();
    boolean other =
        interpretation == RuleInterpretation.DOCUMENTED
            && rule.documentedBody() != null
            && note != null;
    return other ? rule.description() + " Published otherwise: " + note : rule.description();
  }

  /** The rules but one. */
  List<EncodedRule> rulesExcept(EncodedRule encodedRule) {
    return except(encodedRule, rules.values());
  }

  /** What holds beside a rule that may be broken: a warning is no reason for an error. */
  List<EncodedRule> rulesBeside(EncodedRule encodedRule) {
    return except(encodedRule, encodedRule.isBinding() ? bindingRules : rules.values());
  }

  private static List<EncodedRule> except(EncodedRule encodedRule, Collection<EncodedRule> rules) {
    return rules.stream()
        .filter(other -> !other.selector().equals(encodedRule.selector()))
        .toList();
  }

  /** A literal that, where it holds, makes the claim hold. */
  private Literal literalFor(org.logicng.formulas.Formula claim) {
    if (claim instanceof Literal literal) {
      return literal;
    }
    return claimLiterals.computeIfAbsent(
        claim,
        question -> {
          Variable name = f.variable("@question" + claimLiterals.size());
          solver.add(f.implication(name, question));
          return name;
        });
  }
}
