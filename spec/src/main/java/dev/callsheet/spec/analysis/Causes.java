package dev.callsheet.spec.analysis;

import java.util.List;

/**
 * The rules that bring a finding about, none of which can be left out.
 *
 * @param rules in the order of the spec; empty where the shapes of the parameters do alone
 * @param isSmallest whether no fewer rules bring it about; false where that was not worked out
 */
record Causes(List<CausingRule> rules, boolean isSmallest) {
  Causes {
    rules = List.copyOf(rules);
  }
}
