package dev.callsheet.spec.logic;

/**
 * Whether a statement holds of a request; unknown where it depends on something that is itself
 * wrong. Combined as in Kleene's logic: unknown stays unknown only while it could tip the balance.
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
}
