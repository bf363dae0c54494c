package dev.callsheet.linter.internal.fastpath;

import java.util.List;

/** The rules of one scope, made ready to be judged by what was noted while it passed by. */
final class CompiledScopeRules {
  /** Where what it keeps begins and ends in the state. */
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

  /** A fact that is worked out when everything has passed by. */
  interface ComputedFact {
    void compute(ValidationState state);
  }

  /**
   * @param broken holds where a rule is broken
   * @param demanded each must hold
   */
  CompiledScopeRules(
      StateRange extent,
      List<ComputedFact> sums,
      BitmaskRules broken,
      List<BitmaskRules> demanded) {
    this.stateRange = extent;
    this.computedFacts = sums;
    this.violations = broken;
    this.requirements = demanded;
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

  /** Whether all of them hold. */
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
