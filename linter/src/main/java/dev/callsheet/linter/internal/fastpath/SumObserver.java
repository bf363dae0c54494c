package dev.callsheet.linter.internal.fastpath;

/** Counts and adds the values that a rule calculates with. */
final class SumObserver extends ValueObserver {
  private final int accumulator;

  SumObserver(int accumulator) {
    this.accumulator = accumulator;
  }

  @Override
  void onValue(ValidationState state) {
    state.accumulators[accumulator].valueCount++;
  }

  @Override
  void onNumber(ValidationState state, NumberToken number) {
    state.accumulators[accumulator].add(number);
  }
}
