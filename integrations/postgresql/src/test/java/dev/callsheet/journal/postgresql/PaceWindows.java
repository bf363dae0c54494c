package dev.callsheet.journal.postgresql;

import java.time.Duration;
import java.util.List;

/** Counts requests in windows. */
final class PaceWindows {
  private PaceWindows() {}

  /**
   * The most that any window has. A fullest window can be moved until a request is its last, so
   * those that end with a request are all there is to look at.
   *
   * @param times of the requests, in nanoseconds, in order
   */
  static int most(List<Long> times, Duration window) {
    var most = 0;
    var first = 0;
    for (var last = 0; last < times.size(); last++) {
      while (times.get(last) - times.get(first) >= window.toNanos()) {
        first++;
      }
      most = Math.max(most, last - first + 1);
    }
    return most;
  }
}
