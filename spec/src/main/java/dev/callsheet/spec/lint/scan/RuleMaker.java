package dev.callsheet.spec.lint.scan;

import dev.callsheet.spec.calculus.Arithmetic;
import dev.callsheet.spec.calculus.Formula;
import dev.callsheet.spec.calculus.Fragment;
import dev.callsheet.spec.calculus.Path;
import dev.callsheet.spec.model.Requirement;
import dev.callsheet.spec.model.Rule;
import dev.callsheet.spec.model.RuleBody;
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
final class RuleMaker {
  /** How large a state has to be. */
  static final class Sizes {
    int facts;
    int tallies;
    int listings;
  }

  private final Path scope;
  private final Map<Path, Node> nodes;
  private final Sizes sizes;
  private final int firstWord;
  private final Map<Formula, Integer> facts = new HashMap<>();
  private final Map<Path, Integer> tallies = new HashMap<>();
  private final List<ScopeRules.Sums> sums = new ArrayList<>();
  private final Cubes cubes = new Cubes(this::fact);
  private int nextFact;

  /** {@code nodes} are those of the whole model, by their paths. */
  RuleMaker(Path scope, Map<Path, Node> nodes, Sizes sizes) {
    this.scope = scope;
    this.nodes = nodes;
    this.sizes = sizes;
    this.firstWord = sizes.facts;
  }

  /** Adds all rules of the scope to its node. */
  void add(List<Rule> rules) {
    Node node = nodes.get(scope);
    if (node == null) {
      return; // nothing that is right ever stands there
    }
    int firstTally = sizes.tallies;
    int firstListing = sizes.listings;
    List<Cubes.Cube> broken = new ArrayList<>();
    List<List<Cubes.Cube>> demanded = new ArrayList<>();
    for (Rule rule : rules) {
      add(rule.body(), broken, demanded);
      RuleBody documented = rule.documented();
      if (documented != null) {
        add(documented, broken, demanded);
      }
    }
    int words = nextFact / 64 + 1;
    sizes.facts += words;
    ScopeRules.Extent extent =
        new ScopeRules.Extent(
            firstWord, sizes.facts, firstTally, sizes.tallies, firstListing, sizes.listings);
    node.rules =
        new ScopeRules(
            extent,
            sums,
            new MaskTests(broken, words),
            demanded.stream().map(rule -> new MaskTests(rule, words)).toList());
  }

  /** A rule is tested by what breaks it, or by what it demands: whichever is said in less. */
  private void add(RuleBody body, List<Cubes.Cube> broken, List<List<Cubes.Cube>> demanded) {
    for (Formula part : parts(Requirement.of(body))) {
      List<Cubes.Cube> breaches = cubes.of(part, false);
      List<Cubes.Cube> demands = cubes.of(part, true);
      if (breaches != null && (demands == null || breaches.size() <= demands.size() + 8)) {
        broken.addAll(breaches);
      } else {
        // An empty list never holds: a rule too involved for masks is left to a closer look.
        demanded.add(demands == null ? List.of() : demands);
      }
    }
  }

  private static List<Formula> parts(Formula formula) {
    return formula instanceof Formula.All all ? all.parts() : List.of(formula);
  }

  private int fact(Formula atom) {
    Integer known = facts.get(atom);
    if (known == null) {
      known = nextFact++;
      facts.put(atom, known);
      set(atom, known);
    }
    return known;
  }

  /** Sees to it that a fact is noted. */
  private void set(Formula atom, int number) {
    int fact = firstWord * 64 + number;
    if (atom instanceof Formula.Provided provided) {
      watch(provided.path(), new ArrivalWatch(fact));
    } else if (atom instanceof Formula.Matches matches) {
      set(matches, fact);
    } else if (atom instanceof Formula.SumEquals sum) {
      set(sum, fact);
    } else if (atom instanceof Formula.ProductWithin product) {
      workOut(fact, product.factors(), numbers -> Arithmetic.holds(product, numbers));
    } else if (atom instanceof Formula.QuotientWithin quotient) {
      List<Path> both = List.of(quotient.dividend(), quotient.divisor());
      workOut(fact, both, numbers -> Arithmetic.holds(quotient, numbers));
    } else if (atom instanceof Formula.PlaceholdersWithin placeholders) {
      set(placeholders, fact);
    } else {
      throw new IllegalArgumentException("not an atom: " + atom);
    }
  }

  private void set(Formula.Matches matches, int fact) {
    Path path = matches.path();
    Fragment fragment = matches.fragment();
    Node node = nodes.get(scope.then(path));
    if (node == null) {
      return;
    }
    if (!path.steps().contains(Path.Step.EachItem.INSTANCE)) {
      node.watch(fact, true, fragment);
      return;
    }
    int provided = firstWord * 64 + fact(new Formula.Provided(path));
    int failed = firstWord * 64 + nextFact++;
    node.watch(failed, false, fragment);
    sums.add(
        state -> {
          if (state.has(provided) && !state.has(failed)) {
            state.set(fact);
          }
        });
  }

  private void set(Formula.SumEquals sum, int fact) {
    int terms = tally(sum.terms());
    int totals = tally(sum.total());
    BigDecimal totalDefault = sum.totalDefault();
    sums.add(
        state -> {
          State.Tally found = state.tallies[terms];
          BigDecimal total = total(state.tallies[totals], totalDefault);
          if (state.tallies[totals].places > 1) {
            return; // which one is meant, a closer look tells
          }
          if (found.numbers == 0
              || found.numbers < found.places
              || total == null
              || found.sum().compareTo(total) == 0) {
            state.set(fact);
          }
        });
  }

  private static @Nullable BigDecimal total(State.Tally tally, @Nullable BigDecimal defaultTotal) {
    if (tally.places == 0) {
      return defaultTotal;
    }
    return tally.numbers == 0 ? null : tally.sum();
  }

  private void workOut(int fact, List<Path> paths, Function<List<BigDecimal>, Boolean> test) {
    List<Integer> factors = paths.stream().map(this::tally).toList();
    sums.add(
        state -> {
          List<BigDecimal> numbers = new ArrayList<>(factors.size());
          for (int factor : factors) {
            State.Tally tally = state.tallies[factor];
            if (tally.places == 1 && tally.numbers == 1) {
              numbers.add(tally.sum());
            }
          }
          if (numbers.size() < factors.size() || test.apply(numbers)) {
            state.set(fact);
          }
        });
  }

  private void set(Formula.PlaceholdersWithin atom, int fact) {
    int listing = sizes.listings++;
    watch(atom.list(), new ListingWatch(listing));
    Node list = nodes.get(scope.then(atom.list()));
    if (list != null) {
      list.members = null; // nobody counts the members of an object
    }
    atom.texts().forEach(path -> watch(path, new PlaceholderWatch(listing, atom.pattern())));
    sums.add(
        state -> {
          State.Listing found = state.listings[listing];
          int last = found.places == 1 ? found.size : 0;
          if (found.highest <= last) {
            state.set(fact);
          }
        });
  }

  private int tally(Path path) {
    return tallies.computeIfAbsent(
        path,
        key -> {
          int tally = sizes.tallies++;
          watch(key, new TallyWatch(tally));
          return tally;
        });
  }

  /** A place without a node stays empty in every request that is right. */
  private void watch(Path path, Watch watch) {
    Node node = nodes.get(scope.then(path));
    if (node != null) {
      node.watch(watch);
    }
  }
}
