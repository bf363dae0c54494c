package dev.callsheet.spec.lint.scan;

/** Notes that a parameter is provided. */
final class ArrivalWatch extends Watch {
  private final int fact;

  ArrivalWatch(int fact) {
    this.fact = fact;
  }

  @Override
  void arrive(State state) {
    state.set(fact);
  }
}
