package dev.callsheet.linter.internal.fastpath;

import java.util.List;

/**
 * The rules of one scope, compiled: tested once the value of the scope has ended, by the facts that
 * observers recorded and by facts computed from these.
 */
final class CompiledScopeRules {
  /** The parts of a {@link ValidationState} that belong to the scope; ends are exclusive. */
  record StateRange(
      int facts,
      int factsEnd,
      int accumulators,
      int accumulatorsEnd,
      int placeholderLists,
      int placeholderListsEnd) {}

  private final StateRange stateRange;
  private final List<ComputedFact> computedFacts;
  private final BitmaskRules violations;
  private final List<BitmaskRules> requirements;

  /** A fact that is computed from others, or from sums and counts, at the end of the scope. */
  interface ComputedFact {
    void compute(ValidationState state);
  }

  /**
   * @param violations holds where a rule is broken
   * @param requirements each must hold
   */
  CompiledScopeRules(
      StateRange stateRange,
      List<ComputedFact> computedFacts,
      BitmaskRules violations,
      List<BitmaskRules> requirements) {
    this.stateRange = stateRange;
    this.computedFacts = computedFacts;
    this.violations = violations;
    this.requirements = requirements;
  }

  void reset(ValidationState state) {
    for (int i = stateRange.facts; i < stateRange.factsEnd; i++) {
      state.facts[i] = 0;
    }
    for (int i = stateRange.accumulators; i < stateRange.accumulatorsEnd; i++) {
      state.accumulators[i].clear();
    }
    for (int i = stateRange.placeholderLists; i < stateRange.placeholderListsEnd; i++) {
      state.placeholderLists[i].clear();
    }
  }

  /** Whether all rules hold. */
  boolean allHold(ValidationState state) {
    for (ComputedFact fact : computedFacts) {
      fact.compute(state);
    }
    if (violations.anyMatches(state.facts, stateRange.facts)) {
      return false;
    }
    for (BitmaskRules rule : requirements) {
      if (!rule.anyMatches(state.facts, stateRange.facts)) {
        return false;
      }
    }
    return true;
  }
}
