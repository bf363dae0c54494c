package dev.callsheet.linter.internal.fastpath;

import dev.callsheet.spec.logic.ArithmeticEvaluator;
import dev.callsheet.spec.logic.AtomVisitor;
import dev.callsheet.spec.logic.Formula;
import dev.callsheet.spec.logic.ParameterPath;
import dev.callsheet.spec.logic.SchemaFragment;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Numbers the facts that the rules of a scope depend on, and provides for their recording. Each
 * atom of the rules' formulas (a parameter is provided, a value matches, a sum is equal) is one
 * fact, one bit, whatever number of rules it occurs in. Observers set it while values are read; a
 * fact about several values is computed at the end of the scope.
 */
final class FactCompiler {
  private final ParameterPath scope;
  private final Map<ParameterPath, SchemaNode> nodes;
  private final ScopeRuleCompiler.StateSizes sizes;
  private final int firstWord;
  private final Map<Formula.Atom, Integer> numbers = new HashMap<>();
  private final Map<ParameterPath, Integer> accumulators = new HashMap<>();
  private final List<CompiledScopeRules.ComputedFact> computedFacts = new ArrayList<>();
  private int nextNumber;

  /** {@code nodes} are those of the whole model, by their paths. */
  FactCompiler(
      ParameterPath scope,
      Map<ParameterPath, SchemaNode> nodes,
      ScopeRuleCompiler.StateSizes sizes) {
    this.scope = scope;
    this.nodes = nodes;
    this.sizes = sizes;
    this.firstWord = sizes.factWords;
  }

  /** The number of the fact in its scope that an atom states; the same for equal atoms. */
  int number(Formula.Atom atom) {
    Integer known = numbers.get(atom);
    if (known == null) {
      known = nextNumber++;
      numbers.put(atom, known);
      atom.acceptAtom(new Recording(bit(known)));
    }
    return known;
  }

  /** The words that all facts so far take. */
  int wordCount() {
    return nextNumber / 64 + 1;
  }

  List<CompiledScopeRules.ComputedFact> computedFacts() {
    return computedFacts;
  }

  /** The index in {@link ValidationState#facts}, in bits, of a fact. */
  private int bit(int number) {
    return firstWord * 64 + number;
  }

  /** Places what records a fact, by the kind of its atom; returns its bit. */
  private final class Recording implements AtomVisitor<Integer> {
    private final int fact;

    Recording(int fact) {
      this.fact = fact;
    }

    @Override
    public Integer visitProvided(Formula.Provided formula) {
      observe(formula.path(), new PresenceObserver(fact));
      return fact;
    }

    @Override
    public Integer visitMatches(Formula.Matches formula) {
      recordMatches(formula, fact);
      return fact;
    }

    @Override
    public Integer visitSumEquals(Formula.SumEquals formula) {
      recordSum(formula, fact);
      return fact;
    }

    @Override
    public Integer visitSumWithin(Formula.SumWithin formula) {
      recordBoundedSum(formula, fact);
      return fact;
    }

    @Override
    public Integer visitProductWithin(Formula.ProductWithin formula) {
      recordCalculation(
          fact, formula.factors(), numbers -> ArithmeticEvaluator.holds(formula, numbers));
      return fact;
    }

    @Override
    public Integer visitQuotientWithin(Formula.QuotientWithin formula) {
      recordCalculation(
          fact,
          List.of(formula.dividend(), formula.divisor()),
          numbers -> ArithmeticEvaluator.holds(formula, numbers));
      return fact;
    }

    @Override
    public Integer visitPlaceholdersWithin(Formula.PlaceholdersWithin formula) {
      recordPlaceholders(formula, fact);
      return fact;
    }
  }

  private void recordMatches(Formula.Matches matches, int fact) {
    ParameterPath path = matches.path();
    SchemaFragment fragment = matches.fragment();
    SchemaNode node = nodes.get(scope.resolve(path));
    if (node == null) {
      return;
    }
    if (!path.leadsThroughLists()) {
      node.addObserver(fact, true, fragment);
      return;
    }
    int provided = bit(number(new Formula.Provided(path)));
    int failed = bit(nextNumber++);
    node.addObserver(failed, false, fragment);
    computedFacts.add(
        state -> {
          if (state.hasFact(provided) && !state.hasFact(failed)) {
            state.setFact(fact);
          }
        });
  }

  private void recordSum(Formula.SumEquals sum, int fact) {
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
          if (!found.isSum() || total == null || found.sum().compareTo(total) == 0) {
            state.setFact(fact);
          }
        });
  }

  private void recordBoundedSum(Formula.SumWithin bounds, int fact) {
    int terms = accumulatorFor(bounds.terms());
    computedFacts.add(
        state -> {
          ValidationState.SumAccumulator found = state.accumulators[terms];
          if (!found.isSum() || ArithmeticEvaluator.holds(bounds, found.sum())) {
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

  private void recordCalculation(
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

  private void recordPlaceholders(Formula.PlaceholdersWithin atom, int fact) {
    int placeholderList = sizes.placeholderLists++;
    observe(atom.list(), new PlaceholderListObserver(placeholderList));
    SchemaNode list = nodes.get(scope.resolve(atom.list()));
    if (list != null) {
      list.members = null; // an object has no items to count: look again
    }
    atom.texts()
        .forEach(path -> observe(path, new PlaceholderObserver(placeholderList, atom.pattern())));
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
