package dev.callsheet.linter.internal.fastpath;

/** Records how many items a list has that placeholders refer to. */
final class PlaceholderListObserver extends ValueObserver {
  private final int placeholderList;

  PlaceholderListObserver(int placeholderList) {
    this.placeholderList = placeholderList;
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
