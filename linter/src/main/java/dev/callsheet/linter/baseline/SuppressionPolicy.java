package dev.callsheet.linter.baseline;

import java.util.Set;

/** What may be hidden. */
final class SuppressionPolicy {
  /** Without them nothing is known of the rest of the file, or harm is done already. */
  private static final Set<String> UNSUPPRESSIBLE_RULES =
      Set.of("malformed-json", "secret-in-request", "too-large");

  private SuppressionPolicy() {}

  /** Whether findings of a rule may be left out of reports. */
  static boolean isSuppressible(String rule) {
    return !UNSUPPRESSIBLE_RULES.contains(rule);
  }
}
