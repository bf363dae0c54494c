package dev.callsheet.benchmarks.corpus;

/** Which of the corpus' requests. */
public enum RequestSelection {
  /** Those that are right. */
  VALID,
  /** All of them, right or wrong. */
  MIXED;

  /** Whether a request is among them that is right, or is not. */
  public boolean includes(boolean right) {
    return right || this == MIXED;
  }
}
