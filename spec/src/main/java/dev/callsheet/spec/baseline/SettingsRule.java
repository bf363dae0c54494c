package dev.callsheet.spec.baseline;

import java.util.Locale;

/** The rules about what is known: it must be found. */
public enum SettingsRule {
  /** A finding that a baseline knows is gone. */
  STALE_BASELINE,
  /** A suppression suppresses nothing, or is over. */
  UNUSED_SUPPRESSION;

  /** The id in findings, such as {@code unused-suppression}. */
  public String id() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
