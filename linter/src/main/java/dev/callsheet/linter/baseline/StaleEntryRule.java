package dev.callsheet.linter.baseline;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** The rules for entries of filter files: each must hold back a finding. */
public enum StaleEntryRule {
  /** A finding in the baseline is not found any more. */
  STALE_BASELINE(
      "A finding that the baseline knows is not found any more.",
      "Run the linter with `--update-baseline`, which forgets it."),
  /** A suppression suppresses nothing, or has expired. */
  UNUSED_SUPPRESSION(
      "A suppression suppresses nothing, or its last day is over.",
      "Take it out of the file; where it is over and still needed, give it a later `until`.");

  private final String meaning;
  private final String advice;

  StaleEntryRule(String meaning, String advice) {
    this.meaning = meaning;
    this.advice = advice;
  }

  /** The rule of that id, if it is one of these. */
  public static Optional<StaleEntryRule> of(String id) {
    return Arrays.stream(values()).filter(rule -> rule.id().equals(id)).findFirst();
  }

  /** The id in findings, such as {@code unused-suppression}. */
  public String id() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** The meaning of a finding, in a sentence. */
  public String meaning() {
    return meaning;
  }

  /** What to do about it, in a sentence. */
  public String advice() {
    return advice;
  }
}
