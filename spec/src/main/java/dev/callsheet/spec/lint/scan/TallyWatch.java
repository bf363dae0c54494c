package dev.callsheet.spec.lint.scan;

/** Counts and adds up the values that a rule calculates with. */
final class TallyWatch extends Watch {
  private final int tally;

  TallyWatch(int tally) {
    this.tally = tally;
  }

  @Override
  void arrive(State state) {
    state.tallies[tally].places++;
  }

  @Override
  void number(State state, NumberToken number) {
    state.tallies[tally].add(number);
  }
}
