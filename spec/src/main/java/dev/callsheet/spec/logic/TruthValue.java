package dev.callsheet.spec.logic;

/**
 * Whether a formula holds: true, false, or unknown where that depends on something that is not
 * known, such as a value that is itself wrong. Combined as in Kleene's strong three-valued logic:
 * the result is unknown only where the unknown part could change it.
 */
public enum TruthValue {
  TRUE,
  FALSE,
  UNKNOWN;

  /** The truth of a plain yes or no. */
  public static TruthValue of(boolean holds) {
    return holds ? TRUE : FALSE;
  }

  /** The truth of the opposite. */
  public TruthValue negate() {
    return switch (this) {
      case TRUE -> FALSE;
      case FALSE -> TRUE;
      case UNKNOWN -> UNKNOWN;
    };
  }

  /** The truth of both together: false where either is false, whatever the other. */
  public TruthValue and(TruthValue other) {
    if (this == FALSE || other == FALSE) {
      return FALSE;
    }
    return this == UNKNOWN ? UNKNOWN : other;
  }
}
