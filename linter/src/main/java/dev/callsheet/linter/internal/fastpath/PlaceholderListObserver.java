package dev.callsheet.linter.internal.fastpath;

/** Counts the items that placeholders can name. */
final class PlaceholderListObserver extends ValueObserver {
  private final int placeholderList;

  PlaceholderListObserver(int listing) {
    this.placeholderList = listing;
  }

  @Override
  void onValue(ValidationState state) {
    state.placeholderLists[placeholderList].valueCount++;
  }

  @Override
  void onList(ValidationState state, long items) {
    state.placeholderLists[placeholderList].itemCount = (int) Math.min(items, Integer.MAX_VALUE);
  }
}
