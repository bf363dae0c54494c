package dev.callsheet.linter.internal.fastpath;

/** Records that a parameter is provided. */
final class PresenceObserver extends ValueObserver {
  private final int fact;

  PresenceObserver(int fact) {
    this.fact = fact;
  }

  @Override
  void onValue(ValidationState state) {
    state.setFact(fact);
  }
}
