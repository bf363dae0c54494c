package dev.callsheet.journal.postgresql;

import java.time.Duration;

/**
 * How many requests may be sent in any time of a certain length.
 *
 * @param requests at least 1
 * @param window at least 10 milliseconds
 */
record PaceLimit(int requests, Duration window) {
  /** A window is used up in so many parts, so that requests are spread over it. */
  static final int PARTS = 10;

  private static final Duration SHORTEST = Duration.ofMillis(10);

  PaceLimit {
    if (requests < 1 || window.compareTo(SHORTEST) < 0) {
      throw new IllegalArgumentException(
          "A pace is at least 1 request in at least 10 milliseconds, not "
              + requests
              + " in "
              + window);
    }
  }

  static PaceLimit perMinute(int requests) {
    return new PaceLimit(requests, Duration.ofMinutes(1));
  }

  /** How many requests may begin in a part of the window. */
  int share() {
    return (requests + PARTS - 1) / PARTS;
  }

  /** The length of a part. */
  Duration part() {
    return window.dividedBy(PARTS);
  }
}
