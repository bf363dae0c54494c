package dev.callsheet.spec.baseline;

import java.util.Set;

/** What may be hidden. */
final class Hiding {
  /** Without them nothing is known of the rest of the file, or harm is done already. */
  private static final Set<String> NEVER =
      Set.of("malformed-json", "secret-in-request", "too-large");

  private Hiding() {}

  /** Whether findings of a rule may be left out of reports. */
  static boolean isAllowed(String rule) {
    return !NEVER.contains(rule);
  }
}
