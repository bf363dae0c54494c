package dev.callsheet.spec.repair;

import java.util.concurrent.atomic.AtomicLong;

/**
 * How much may be tried to find repairs: for one finding, and for all findings of a run, so that a
 * file of a hundred thousand bad tasks is reported about as quickly as one of a thousand. It is
 * counted in values judged and not in time, so that the same input always has the same report.
 */
public final class Allowance {
  /** For one finding; some hundredths of a second. */
  private static final long OF_FINDING = 100_000;

  /** For a run; some seconds: enough for ten thousand findings of the usual sort. */
  private static final long OF_RUN = 2_000_000;

  private final AtomicLong left = new AtomicLong(OF_RUN);
  private final AtomicLong without = new AtomicLong();

  /** How many findings were left without repairs because there was no more allowance. */
  public long findingsWithout() {
    return without.get();
  }

  /** The part of it for one finding; nothing when nothing is left. */
  Share share() {
    if (left.get() > 0) {
      return new Share();
    }
    without.incrementAndGet();
    return new Share(0);
  }

  /** What may be tried for one finding. */
  final class Share {
    private long ofFinding;

    private Share() {
      this(OF_FINDING);
    }

    private Share(long ofFinding) {
      this.ofFinding = ofFinding;
    }

    /** Whether nothing may be tried. */
    boolean isEmpty() {
      return ofFinding <= 0;
    }

    /** Whether a task of so many values may be judged once more. */
    boolean take(long values) {
      if (ofFinding <= 0) {
        return false;
      }
      ofFinding -= values;
      left.addAndGet(-values);
      return true;
    }
  }
}
