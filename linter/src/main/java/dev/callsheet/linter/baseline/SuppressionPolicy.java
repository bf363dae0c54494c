package dev.callsheet.linter.baseline;

import java.util.Set;

/** Which rules may be suppressed or be in a baseline. */
final class SuppressionPolicy {
  /** The rest of the file was not validated, or a key must be revoked. */
  private static final Set<String> UNSUPPRESSIBLE_RULES =
      Set.of("malformed-json", "secret-in-request", "too-large", "internal-error");

  private SuppressionPolicy() {}

  /** Whether findings of a rule may be left out of reports. */
  static boolean isSuppressible(String rule) {
    return !UNSUPPRESSIBLE_RULES.contains(rule);
  }
}
