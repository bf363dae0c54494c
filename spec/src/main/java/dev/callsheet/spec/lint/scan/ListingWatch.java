package dev.callsheet.spec.lint.scan;

/** Counts the items that placeholders can name. */
final class ListingWatch extends Watch {
  private final int listing;

  ListingWatch(int listing) {
    this.listing = listing;
  }

  @Override
  void arrive(State state) {
    state.listings[listing].places++;
  }

  @Override
  void list(State state, long items) {
    state.listings[listing].size = (int) Math.min(items, Integer.MAX_VALUE);
  }
}
