package dev.callsheet.benchmarks.corpus;

import java.util.List;

/** Hands out the same things over and over. */
public final class CyclicSequence<T> {
  private final List<T> items;
  private int next;

  /** Begins with the first. */
  public CyclicSequence(List<T> items) {
    this.items = List.copyOf(items);
  }

  /** The next one. */
  public T next() {
    int at = next;
    next = at + 1 == items.size() ? 0 : at + 1;
    return items.get(at);
  }
}
