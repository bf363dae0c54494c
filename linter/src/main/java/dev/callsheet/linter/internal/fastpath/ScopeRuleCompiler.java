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
 * Makes the rules of one scope ready: sets watches where they want to know something, and turns
 * them into tests of what was noted.
 */
final class ScopeRuleCompiler {
  /** How large a state has to be. */
  static final class StateSizes {
    int factWords;
    int accumulators;
    int placeholderLists;
  }

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
      return; // nothing that is right ever stands there
    }
    int firstTally = sizes.accumulators;
    int firstListing = sizes.placeholderLists;
    List<DnfConverter.Conjunction> broken = new ArrayList<>();
    List<List<DnfConverter.Conjunction>> demanded = new ArrayList<>();
    for (Rule rule : rules) {
      compile(rule.body(), broken, demanded);
      RuleBody documented = rule.documentedBody();
      if (documented != null) {
        compile(documented, broken, demanded);
      }
    }
    int words = nextFact / 64 + 1;
    sizes.factWords += words;
    CompiledScopeRules.StateRange extent =
        new CompiledScopeRules.StateRange(
            firstWord,
            sizes.factWords,
            firstTally,
            sizes.accumulators,
            firstListing,
            sizes.placeholderLists);
    node.rules =
        new CompiledScopeRules(
            extent,
            computedFacts,
            new BitmaskRules(broken, words),
            demanded.stream().map(rule -> new BitmaskRules(rule, words)).toList());
  }

  /** A rule is tested by what breaks it, or by what it demands: whichever is said in less. */
  private void compile(
      RuleBody body,
      List<DnfConverter.Conjunction> broken,
      List<List<DnfConverter.Conjunction>> demanded) {
    for (Formula part : conjuncts(RuleSemantics.toFormula(body))) {
      List<DnfConverter.Conjunction> breaches = dnfConverter.toDnf(part, false);
      List<DnfConverter.Conjunction> demands = dnfConverter.toDnf(part, true);
      if (breaches != null && (demands == null || breaches.size() <= demands.size() + 8)) {
        broken.addAll(breaches);
      } else {
        // An empty list never holds: a rule too involved for masks is left to a closer look.
        demanded.add(demands == null ? List.of() : demands);
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

  /** Sees to it that a fact is noted. */
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
            return; // which one is meant, a closer look tells
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
      ValidationState.SumAccumulator tally, @Nullable BigDecimal defaultTotal) {
    if (tally.valueCount == 0) {
      return defaultTotal;
    }
    return tally.numberCount == 0 ? null : tally.sum();
  }

  private void addComputedFact(
      int fact, List<ParameterPath> paths, Function<List<BigDecimal>, Boolean> test) {
    List<Integer> factors = paths.stream().map(this::accumulatorFor).toList();
    computedFacts.add(
        state -> {
          List<BigDecimal> numbers = new ArrayList<>(factors.size());
          for (int factor : factors) {
            ValidationState.SumAccumulator tally = state.accumulators[factor];
            if (tally.valueCount == 1 && tally.numberCount == 1) {
              numbers.add(tally.sum());
            }
          }
          if (numbers.size() < factors.size() || test.apply(numbers)) {
            state.setFact(fact);
          }
        });
  }

  private void observeFact(Formula.PlaceholdersWithin atom, int fact) {
    int listing = sizes.placeholderLists++;
    observe(atom.list(), new PlaceholderListObserver(listing));
    SchemaNode list = nodes.get(scope.resolve(atom.list()));
    if (list != null) {
      list.members = null; // nobody counts the members of an object
    }
    atom.texts().forEach(path -> observe(path, new PlaceholderObserver(listing, atom.pattern())));
    computedFacts.add(
        state -> {
          ValidationState.PlaceholderList found = state.placeholderLists[listing];
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
          int tally = sizes.accumulators++;
          observe(key, new SumObserver(tally));
          return tally;
        });
  }

  /** A place without a node stays empty in every request that is right. */
  private void observe(ParameterPath path, ValueObserver watch) {
    SchemaNode node = nodes.get(scope.resolve(path));
    if (node != null) {
      node.addObserver(watch);
    }
  }
}
