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

  /** So many are passed over in the time that a value is validated in. */
  private static final int CHARACTERS_PER_VALUE = 8;

  private final AtomicLong remaining = new AtomicLong(VALUES_PER_RUN);
  private final AtomicLong findingsWithoutRepairs = new AtomicLong();

  /** How many findings have no repairs because nothing was left to look for one, or to find one. */
  public long findingsWithoutRepairs() {
    return findingsWithoutRepairs.get();
  }

  void countFindingWithoutRepairs() {
    findingsWithoutRepairs.incrementAndGet();
  }

  /** Takes into account that a repair is written as an edit of a text of that length. */
  void chargeForText(int length) {
    charge(length / CHARACTERS_PER_VALUE);
  }

  private void charge(long values) {
    remaining.addAndGet(-values);
  }

  /** The part of it for one finding; nothing when nothing is left. */
  FindingBudget forFinding() {
    return new FindingBudget(remaining.get() > 0 ? VALUES_PER_FINDING : 0);
  }

  /** What may be tried for one finding. */
  final class FindingBudget {
    private long remainingForFinding;

    private FindingBudget(long ofFinding) {
      this.remainingForFinding = ofFinding;
    }

    /** Whether nothing more may be tried. */
    boolean isUsedUp() {
      return remainingForFinding <= 0;
    }

    /** Whether so much may be validated once more. */
    boolean tryConsume(long values) {
      if (isUsedUp()) {
        return false;
      }
      remainingForFinding -= values;
      charge(values);
      return true;
    }
  }
}
