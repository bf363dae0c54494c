package dev.callsheet.linter.internal.fastpath;

import dev.callsheet.spec.logic.ArithmeticEvaluator;
import dev.callsheet.spec.logic.Formula;
import dev.callsheet.spec.logic.ParameterPath;
import dev.callsheet.spec.logic.RuleBody;
import dev.callsheet.spec.logic.SchemaFragment;
import dev.callsheet.spec.model.Rule;
import dev.callsheet.spec.model.RuleSemantics;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Compiles the rules of one scope: numbers the facts that they speak of, places observers that
 * record these facts, and turns the rules into {@link BitmaskRules} over them.
 *
 * <p>Each atom of the rules' formulas (a parameter is provided, a value matches, a sum is equal) is
 * one fact, one bit, whatever number of rules it occurs in. A rule in disjunctive normal form can be
 * tested from two sides: by its violations, the form of its negation, of which none may hold, or by
 * its requirements, its own form, of which one must hold. "If a then b" has one violation (a and not
 * b) and two requirements; "exactly one of many" is the other way about. The violations of all rules
 * of a scope join into a single list that is tested at once; each rule tested by requirements needs
 * a list of its own. So violations are preferred up to {@value #VIOLATION_BONUS} conjunctions more.
 */
final class ScopeRuleCompiler {
  /** How large a {@link ValidationState} must be; grows while scopes are compiled. */
  static final class StateSizes {
    int factWords;
    int accumulators;
    int placeholderLists;
  }

  /** How many more conjunctions the violations of a rule may take than its requirements. */
  private static final int VIOLATION_BONUS = 8;

  private final ParameterPath scope;
  private final Map<ParameterPath, SchemaNode> nodes;
  private final StateSizes sizes;
  private final int firstWord;
  private final Map<Formula, Integer> factNumbers = new HashMap<>();
  private final Map<ParameterPath, Integer> accumulators = new HashMap<>();
  private final List<CompiledScopeRules.ComputedFact> computedFacts = new ArrayList<>();
  private final DnfConverter dnfConverter = new DnfConverter(this::factNumber);
  private int nextFact;

  /** {@code nodes} are those of the whole model, by their paths. */
  ScopeRuleCompiler(ParameterPath scope, Map<ParameterPath, SchemaNode> nodes, StateSizes sizes) {
    this.scope = scope;
    this.nodes = nodes;
    this.sizes = sizes;
    this.firstWord = sizes.factWords;
  }

  /** Adds all rules of the scope to its node. */
  void compile(List<Rule> rules) {
    SchemaNode node = nodes.get(scope);
    if (node == null) {
      return; // no valid request has a value there
    }
    int firstAccumulator = sizes.accumulators;
    int firstPlaceholderList = sizes.placeholderLists;
    List<DnfConverter.Conjunction> violations = new ArrayList<>();
    List<List<DnfConverter.Conjunction>> requirements = new ArrayList<>();
    for (Rule rule : rules) {
      compile(rule.body(), violations, requirements);
      RuleBody documented = rule.documentedBody();
      if (documented != null) {
        compile(documented, violations, requirements);
      }
    }
    int words = nextFact / 64 + 1;
    sizes.factWords += words;
    CompiledScopeRules.StateRange range =
        new CompiledScopeRules.StateRange(
            firstWord,
            sizes.factWords,
            firstAccumulator,
            sizes.accumulators,
            firstPlaceholderList,
            sizes.placeholderLists);
    node.rules =
        new CompiledScopeRules(
            range,
            computedFacts,
            new BitmaskRules(violations, words),
            requirements.stream().map(rule -> new BitmaskRules(rule, words)).toList());
  }

  private void compile(
      RuleBody body,
      List<DnfConverter.Conjunction> violations,
      List<List<DnfConverter.Conjunction>> requirements) {
    for (Formula part : conjuncts(RuleSemantics.toFormula(body))) {
      List<DnfConverter.Conjunction> negated = dnfConverter.toDnf(part, false);
      List<DnfConverter.Conjunction> asIs = dnfConverter.toDnf(part, true);
      if (negated != null && (asIs == null || negated.size() <= asIs.size() + VIOLATION_BONUS)) {
        violations.addAll(negated);
      } else {
        // An empty list never holds: a rule that is too large for masks flags every value.
        requirements.add(asIs == null ? List.of() : asIs);
      }
    }
  }

  private static List<Formula> conjuncts(Formula formula) {
    return formula instanceof Formula.All all ? all.parts() : List.of(formula);
  }

  private int factNumber(Formula atom) {
    Integer known = factNumbers.get(atom);
    if (known == null) {
      known = nextFact++;
      factNumbers.put(atom, known);
      observeFact(atom, known);
    }
    return known;
  }

  /** Sees to it that a fact is recorded. */
  private void observeFact(Formula atom, int number) {
    int fact = firstWord * 64 + number;
    if (atom instanceof Formula.Provided provided) {
      observe(provided.path(), new PresenceObserver(fact));
    } else if (atom instanceof Formula.Matches matches) {
      observeFact(matches, fact);
    } else if (atom instanceof Formula.SumEquals sum) {
      observeFact(sum, fact);
    } else if (atom instanceof Formula.ProductWithin product) {
      addComputedFact(
          fact, product.factors(), numbers -> ArithmeticEvaluator.holds(product, numbers));
    } else if (atom instanceof Formula.QuotientWithin quotient) {
      List<ParameterPath> both = List.of(quotient.dividend(), quotient.divisor());
      addComputedFact(fact, both, numbers -> ArithmeticEvaluator.holds(quotient, numbers));
    } else if (atom instanceof Formula.PlaceholdersWithin placeholders) {
      observeFact(placeholders, fact);
    } else {
      throw new IllegalArgumentException("not an atom: " + atom);
    }
  }

  private void observeFact(Formula.Matches matches, int fact) {
    ParameterPath path = matches.path();
    SchemaFragment fragment = matches.fragment();
    SchemaNode node = nodes.get(scope.resolve(path));
    if (node == null) {
      return;
    }
    if (!path.steps().contains(ParameterPath.Step.EachItem.INSTANCE)) {
      node.addObserver(fact, true, fragment);
      return;
    }
    int provided = firstWord * 64 + factNumber(new Formula.Provided(path));
    int failed = firstWord * 64 + nextFact++;
    node.addObserver(failed, false, fragment);
    computedFacts.add(
        state -> {
          if (state.hasFact(provided) && !state.hasFact(failed)) {
            state.setFact(fact);
          }
        });
  }

  private void observeFact(Formula.SumEquals sum, int fact) {
    int terms = accumulatorFor(sum.terms());
    int totals = accumulatorFor(sum.total());
    BigDecimal totalDefault = sum.totalDefault();
    computedFacts.add(
        state -> {
          ValidationState.SumAccumulator found = state.accumulators[terms];
          BigDecimal total = total(state.accumulators[totals], totalDefault);
          if (state.accumulators[totals].valueCount > 1) {
            return; // ambiguous: look again
          }
          if (found.numberCount == 0
              || found.numberCount < found.valueCount
              || total == null
              || found.sum().compareTo(total) == 0) {
            state.setFact(fact);
          }
        });
  }

  private static @Nullable BigDecimal total(
      ValidationState.SumAccumulator accumulator, @Nullable BigDecimal defaultTotal) {
    if (accumulator.valueCount == 0) {
      return defaultTotal;
    }
    return accumulator.numberCount == 0 ? null : accumulator.sum();
  }

  private void addComputedFact(
      int fact, List<ParameterPath> paths, Function<List<BigDecimal>, Boolean> test) {
    List<Integer> factors = paths.stream().map(this::accumulatorFor).toList();
    computedFacts.add(
        state -> {
          List<BigDecimal> numbers = new ArrayList<>(factors.size());
          for (int factor : factors) {
            ValidationState.SumAccumulator accumulator = state.accumulators[factor];
            if (accumulator.valueCount == 1 && accumulator.numberCount == 1) {
              numbers.add(accumulator.sum());
            }
          }
          if (numbers.size() < factors.size() || test.apply(numbers)) {
            state.setFact(fact);
          }
        });
  }

  private void observeFact(Formula.PlaceholdersWithin atom, int fact) {
    int placeholderList = sizes.placeholderLists++;
    observe(atom.list(), new PlaceholderListObserver(placeholderList));
    SchemaNode list = nodes.get(scope.resolve(atom.list()));
    if (list != null) {
      list.members = null; // an object has no items to count: look again
    }
    atom.texts().forEach(path -> observe(path, new PlaceholderObserver(placeholderList, atom.pattern())));
    computedFacts.add(
        state -> {
          ValidationState.PlaceholderList found = state.placeholderLists[placeholderList];
          int last = found.valueCount == 1 ? found.itemCount : 0;
          if (found.highestPlaceholder <= last) {
            state.setFact(fact);
          }
        });
  }

  private int accumulatorFor(ParameterPath path) {
    return accumulators.computeIfAbsent(
        path,
        key -> {
          int accumulator = sizes.accumulators++;
          observe(key, new SumObserver(accumulator));
          return accumulator;
        });
  }

  /** A place without a node has no value in any valid request. */
  private void observe(ParameterPath path, ValueObserver observer) {
    SchemaNode node = nodes.get(scope.resolve(path));
    if (node != null) {
      node.addObserver(observer);
    }
  }
}
