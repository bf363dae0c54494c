package dev.callsheet.linter.internal.fastpath;

import dev.callsheet.spec.logic.Formula;
import dev.callsheet.spec.logic.ParameterPath;
import dev.callsheet.spec.logic.RuleBody;
import dev.callsheet.spec.model.Rule;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Compiles the rules of one scope into {@link BitmaskRules} over the facts that a {@link
 * FactCompiler} provides for.
 *
 * <p>A rule in disjunctive normal form can be tested from two sides: by its violations, the form of
 * its negation, of which none may hold, or by its requirements, its own form, of which one must
 * hold. "If a then b" has one violation (a and not b) and two requirements; "exactly one of many"
 * is the other way about. The violations of all rules of a scope join into a single list that is
 * tested at once; each rule tested by requirements needs a list of its own. So violations are
 * preferred up to {@value #VIOLATION_BONUS} conjunctions more.
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
  private final FactCompiler facts;
  private final DnfConverter dnfConverter;

  /** {@code nodes} are those of the whole model, by their paths. */
  ScopeRuleCompiler(ParameterPath scope, Map<ParameterPath, SchemaNode> nodes, StateSizes sizes) {
    this.scope = scope;
    this.nodes = nodes;
    this.sizes = sizes;
    this.firstWord = sizes.factWords;
    this.facts = new FactCompiler(scope, nodes, sizes);
    this.dnfConverter = new DnfConverter(facts::number);
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
    int words = facts.wordCount();
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
            facts.computedFacts(),
            new BitmaskRules(violations, words),
            requirements.stream().map(rule -> new BitmaskRules(rule, words)).toList());
  }

  private void compile(
      RuleBody body,
      List<DnfConverter.Conjunction> violations,
      List<List<DnfConverter.Conjunction>> requirements) {
    for (Formula part : body.toFormula().conjuncts()) {
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
}
