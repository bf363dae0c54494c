package dev.callsheet.runtime.internal.job;

/**
 * How many jobs may be asked for in one request. No document says what a server allows, so this
 * starts high, halves when a server refuses, and grows again after a long time without a refusal.
 */
final class BatchLimit {
  private static final int ACCEPTED_BEFORE_GROWTH = 64;

  private final int maximum;
  private int current;
  private int accepted;

  BatchLimit(int most) {
    this.maximum = most;
    this.current = most;
  }

  int current() {
    return current;
  }

  void onRefused(int size) {
    current = Math.max(1, Math.min(current, size / 2));
    accepted = 0;
  }

  void onAccepted() {
    if (++accepted >= ACCEPTED_BEFORE_GROWTH) {
      current = Math.min(maximum, current * 2);
      accepted = 0;
    }
  }
}
