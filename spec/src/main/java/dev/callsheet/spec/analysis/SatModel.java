package dev.callsheet.spec.analysis;

import dev.callsheet.spec.logic.Formula;
import dev.callsheet.spec.logic.ParameterPath;
import dev.callsheet.spec.model.ModelSpec;
import dev.callsheet.spec.model.Rule;
import dev.callsheet.spec.model.RuleInterpretation;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.logicng.datastructures.Assignment;
import org.logicng.datastructures.Tristate;
import org.logicng.formulas.FormulaFactory;
import org.logicng.formulas.Literal;
import org.logicng.formulas.Variable;
import org.logicng.solvers.MiniSat;
import org.logicng.solvers.SATSolver;
import org.logicng.solvers.functions.OptimizationFunction;

/**
 * Everything a spec demands of a request, to ask questions of. Not safe for use by several threads.
 */
final class SatModel {
  private static final int MAX_CACHED_ASSIGNMENTS = 64;

  private final FormulaFactory f = new FormulaFactory();
  private final VariableTable variables;
  private final FormulaEncoder encoder;
  private final Map<String, EncodedRule> rules = new LinkedHashMap<>();
  private final SATSolver solver = MiniSat.miniSat(f);
  private final RuleInterpretation reading;
  private final Map<org.logicng.formulas.Formula, Variable> claimLiterals = new HashMap<>();

  /** Requests that were found on the way; most questions are answered by one of them. */
  private final Deque<Assignment> cachedAssignments = new ArrayDeque<>();

  /** Everything that a spec demands of any request. */
  SatModel(ModelSpec spec, RuleInterpretation reading) {
    this(spec, reading, false);
  }

  /**
   * What a spec demands of requests.
   *
   * @param itemsAlike whether to look only at those in which the items of each list are alike
   */
  SatModel(ModelSpec spec, RuleInterpretation reading, boolean itemsAlike) {
    this.reading = reading;
    this.variables = new VariableTable(f, spec, ComparedFragments.of(spec));
    this.encoder = new FormulaEncoder(f, variables, itemsAlike);
    for (Rule rule : spec.rules()) {
      FormulaEncoder.EncodedFormula demand =
          encode(rule.scope(), reading.bindingBody(rule).toFormula());
      VariableTable.Entry scope = variables.entry(rule.scope());
      org.logicng.formulas.Formula inScope =
          scope == null ? demand.formula() : f.implication(scope.presence(), demand.formula());
      Variable kept = f.variable("@kept " + rule.id());
      Variable broken = f.variable("@broken " + rule.id());
      rules.put(rule.id(), new EncodedRule(rule, inScope, demand.isExact(), kept, broken));
    }
    variables.shapeConstraints().forEach(solver::add);
    encoder.definitions().forEach(solver::add);
    for (EncodedRule law : rules.values()) {
      solver.add(f.implication(law.selector(), law.formula()));
      solver.add(f.implication(law.violationSelector(), law.formula().negate()));
    }
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

  EncodedRule rule(String rule) {
    return Objects.requireNonNull(rules.get(rule), rule);
  }

  /** Says a formula in the theory's variables; its definitions are known to the solver at once. */
  FormulaEncoder.EncodedFormula encode(ParameterPath scope, Formula formula) {
    int known = encoder.definitions().size();
    FormulaEncoder.EncodedFormula encoded = encoder.encode(scope, formula);
    List<org.logicng.formulas.Formula> definitions = encoder.definitions();
    if (definitions.size() > known) {
      definitions.subList(known, definitions.size()).forEach(solver::add);
      cachedAssignments.clear(); // they say nothing of what was just defined
    }
    return encoded;
  }

  /** Whether a request that keeps all rules can be so, all of it at once. */
  boolean isSatisfiable(org.logicng.formulas.Formula... claims) {
    boolean shown =
        cachedAssignments.stream()
            .anyMatch(model -> Arrays.stream(claims).allMatch(c -> c.evaluate(model)));
    if (shown) {
      return true;
    }
    boolean possible = isSatisfiable(List.of(claims), rules.values());
    if (possible) {
      cachedAssignments.addFirst(lastAssignment());
      if (cachedAssignments.size() > MAX_CACHED_ASSIGNMENTS) {
        cachedAssignments.removeLast();
      }
    }
    return possible;
  }

  /** Whether a request that keeps these rules can be so; other rules do not matter. */
  boolean isSatisfiable(org.logicng.formulas.Formula claim, Collection<EncodedRule> kept) {
    return isSatisfiable(List.of(claim), kept);
  }

  private boolean isSatisfiable(
      List<org.logicng.formulas.Formula> claims, Collection<EncodedRule> kept) {
    List<Literal> assumptions = new ArrayList<>();
    claims.forEach(claim -> assumptions.add(literalFor(claim)));
    kept.forEach(law -> assumptions.add(law.selector()));
    return solver.sat(assumptions) == Tristate.TRUE;
  }

  /** What is true in the request that was found possible last. */
  Assignment lastAssignment() {
    Assignment model = solver.model();
    model.convertToFastEvaluable();
    return model;
  }

  /** A smallest set of rules that forbids the claim; empty where the shapes alone forbid it. */
  List<CausingRule> smallestCauses(
      org.logicng.formulas.Formula claim, Collection<EncodedRule> among) {
    return new SmallestUnsatCore(this, literalFor(claim))
        .find(among).stream()
            .map(
                law ->
                    new CausingRule(
                        law.rule().id(), description(law.rule()), law.rule().location()))
            .sorted((a, b) -> a.location().compareTo(b.location()))
            .toList();
  }

  /**
   * A request that keeps these rules, is as claimed, provides as little as can be, and that
   * plainly.
   */
  Optional<Assignment> smallestAssignment(
      org.logicng.formulas.Formula claim, Collection<EncodedRule> kept) {
    SATSolver fresh = MiniSat.miniSat(f);
    variables.shapeConstraints().forEach(fresh::add);
    encoder.definitions().forEach(fresh::add);
    kept.forEach(law -> fresh.add(law.formula()));
    fresh.add(claim);
    if (fresh.sat() != Tristate.TRUE) {
      return Optional.empty();
    }
    List<Variable> presence = new ArrayList<>();
    List<Variable> all = new ArrayList<>();
    for (VariableTable.Entry term : variables.entries()) {
      if (term.parameter() != null) {
        presence.add(term.presence()); // an item comes with its list
      }
      List<Variable> cells = new ArrayList<>();
      term.valueClasses().values().forEach(cell -> cells.addAll(cell.variables()));
      all.addAll(cells);
      if (cells.size() > 1) {
        presence.addAll(
            cells.subList(1, cells.size())); // so that the first, the plainest, is chosen
      }
    }
    all.addAll(presence);
    return Optional.ofNullable(
        fresh.execute(
            OptimizationFunction.builder()
                .literals(presence)
                .additionalVariables(all)
                .minimize()
                .build()));
  }

  private String description(Rule rule) {
    String note = rule.note();
    boolean other =
        reading == RuleInterpretation.DOCUMENTED && rule.documentedBody() != null && note != null;
    return other ? rule.description() + " Published otherwise: " + note : rule.description();
  }

  /** The rules but one. */
  List<EncodedRule> rulesExcept(EncodedRule law) {
    return rules.values().stream()
        .filter(other -> !other.selector().equals(law.selector()))
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
