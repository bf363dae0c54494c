package dev.callsheet.runtime.client;

/**
 * How many jobs may be asked for in one request. No document says what a server allows, so this
 * starts high, halves when a server refuses, and grows again after a long time without a refusal.
 */
final class BatchLimit {
  private static final int CALM = 64;

  private final int most;
  private int now;
  private int accepted;

  BatchLimit(int most) {
    this.most = most;
    this.now = most;
  }

  int now() {
    return now;
  }

  void refused(int size) {
    now = Math.max(1, Math.min(now, size / 2));
    accepted = 0;
  }

  void accepted() {
    if (++accepted >= CALM) {
      now = Math.min(most, now * 2);
      accepted = 0;
    }
  }
}
