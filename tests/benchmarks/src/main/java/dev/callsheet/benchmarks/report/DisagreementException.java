package dev.callsheet.benchmarks.report;

/** Contenders that say different things of the same request cannot be compared. */
public final class DisagreementException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** Says who said what of what. */
  public DisagreementException(String message) {
    super(message);
  }
}
