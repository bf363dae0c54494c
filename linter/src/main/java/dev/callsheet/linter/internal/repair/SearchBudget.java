package dev.callsheet.linter.internal.repair;

import java.util.concurrent.atomic.AtomicLong;

/**
 * How much may be tried to find repairs: for one finding, and for all findings of a run, so that a
 * file of a hundred thousand bad tasks is reported about as quickly as one of a thousand. It is
 * counted in values validated and not in time, so that the same input always has the same report.
 */
public final class SearchBudget {
  /** For one finding; some hundredths of a second. */
  private static final long VALUES_PER_FINDING = 100_000;

  /** For a run; some seconds: enough for ten thousand findings of the usual sort. */
  private static final long VALUES_PER_RUN = 2_000_000;

  private final AtomicLong remaining = new AtomicLong(VALUES_PER_RUN);
  private final AtomicLong findingsWithoutRepairs = new AtomicLong();

  /** How many findings were left without repairs because there was no more allowance. */
  public long findingsWithoutRepairs() {
    return findingsWithoutRepairs.get();
  }

  /** The part of it for one finding; nothing when nothing is left. */
  FindingBudget forFinding() {
    if (remaining.get() > 0) {
      return new FindingBudget();
    }
    findingsWithoutRepairs.incrementAndGet();
    return new FindingBudget(0);
  }

  /** What may be tried for one finding. */
  final class FindingBudget {
    private long remainingForFinding;

    private FindingBudget() {
      this(VALUES_PER_FINDING);
    }

    private FindingBudget(long ofFinding) {
      this.remainingForFinding = ofFinding;
    }

    /** Whether nothing may be tried. */
    boolean isEmpty() {
      return remainingForFinding <= 0;
    }

    /** Whether a task of so many values may be validated once more. */
    boolean tryConsume(long values) {
      if (remainingForFinding <= 0) {
        return false;
      }
      remainingForFinding -= values;
      remaining.addAndGet(-values);
      return true;
    }
  }
}
