package dev.callsheet.linter.internal.fastpath;

/**
 * A model made ready for requests to pass by: what may stand where, and what its rules want to know
 * of it. Made once for a model and used for any number of requests, by any number of threads.
 */
final class CompiledSchema {
  final SchemaNode request;
  private final int seenWords;
  private final int factWords;
  private final int accumulators;
  private final int placeholderLists;

  CompiledSchema(SchemaNode request, int seenWords, int factWords, int tallies, int listings) {
    this.request = request;
    this.seenWords = seenWords;
    this.factWords = factWords;
    this.accumulators = tallies;
    this.placeholderLists = listings;
  }

  ValidationState newState() {
    return new ValidationState(seenWords, factWords, accumulators, placeholderLists);
  }
}
