package dev.callsheet.benchmarks.report;

/** Contenders that say different things of the same request cannot be compared. */
public final class Disagreement extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** Says who said what of what. */
  public Disagreement(String message) {
    super(message);
  }
}
