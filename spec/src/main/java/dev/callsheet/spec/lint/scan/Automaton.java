package dev.callsheet.spec.lint.scan;

/**
 * A model made ready for requests to pass by: what may stand where, and what its rules want to know
 * of it. Made once for a model and used for any number of requests, by any number of threads.
 */
final class Automaton {
  final Node request;
  private final int seenWords;
  private final int factWords;
  private final int tallies;
  private final int listings;

  Automaton(Node request, int seenWords, int factWords, int tallies, int listings) {
    this.request = request;
    this.seenWords = seenWords;
    this.factWords = factWords;
    this.tallies = tallies;
    this.listings = listings;
  }

  State newState() {
    return new State(seenWords, factWords, tallies, listings);
  }
}
