package dev.callsheet.spec.lint.scan;

import java.util.List;

/** The rules of one scope, made ready to be judged by what was noted while it passed by. */
final class ScopeRules {
  /** Where what it keeps begins and ends in the state. */
  record Extent(
      int facts, int factsEnd, int tallies, int talliesEnd, int listings, int listingsEnd) {}

  private final Extent extent;
  private final List<Sums> sums;
  private final MaskTests broken;
  private final List<MaskTests> demanded;

  /** A fact that is worked out when everything has passed by. */
  interface Sums {
    void workOut(State state);
  }

  /**
   * @param broken holds where a rule is broken
   * @param demanded each must hold
   */
  ScopeRules(Extent extent, List<Sums> sums, MaskTests broken, List<MaskTests> demanded) {
    this.extent = extent;
    this.sums = sums;
    this.broken = broken;
    this.demanded = demanded;
  }

  void begin(State state) {
    for (int i = extent.facts; i < extent.factsEnd; i++) {
      state.facts[i] = 0;
    }
    for (int i = extent.tallies; i < extent.talliesEnd; i++) {
      state.tallies[i].clear();
    }
    for (int i = extent.listings; i < extent.listingsEnd; i++) {
      state.listings[i].clear();
    }
  }

  /** Whether all of them hold. */
  boolean hold(State state) {
    for (Sums fact : sums) {
      fact.workOut(state);
    }
    if (broken.anyHolds(state.facts, extent.facts)) {
      return false;
    }
    for (MaskTests rule : demanded) {
      if (!rule.anyHolds(state.facts, extent.facts)) {
        return false;
      }
    }
    return true;
  }
}
