package dev.callsheet.linter.internal.fastpath;

import dev.callsheet.spec.logic.JsonNumbers;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** What has been recorded so far of the task that is being read. */
final class ValidationState {
  /** The members seen in the objects that are open, a bit each. */
  final long[] seenMembers;

  /** The facts that rules are tested by, a bit each; the words of a scope are adjacent. */
  final long[] facts;

  final SumAccumulator[] accumulators;
  final PlaceholderList[] placeholderLists;

  ValidationState(int seenWords, int factWords, int accumulatorCount, int placeholderListCount) {
    this.seenMembers = new long[seenWords];
    this.facts = new long[factWords];
    this.accumulators = new SumAccumulator[accumulatorCount];
    for (int i = 0; i < accumulatorCount; i++) {
      this.accumulators[i] = new SumAccumulator();
    }
    this.placeholderLists = new PlaceholderList[placeholderListCount];
    for (int i = 0; i < placeholderListCount; i++) {
      this.placeholderLists[i] = new PlaceholderList();
    }
  }

  boolean hasFact(int fact) {
    return (facts[fact >> 6] & 1L << fact) != 0;
  }

  void setFact(int fact) {
    facts[fact >> 6] |= 1L << fact;
  }

  /** Counts and adds the values at a path that a rule calculates with. */
  static final class SumAccumulator {
    int valueCount;
    int numberCount;
    private long longSum;
    private @Nullable BigDecimal decimalSum;

    void clear() {
      valueCount = 0;
      numberCount = 0;
      longSum = 0;
      decimalSum = null;
    }

    void add(NumberToken number) {
      long sum = longSum + number.longValue;
      boolean overflows = ((longSum ^ sum) & (number.longValue ^ sum)) < 0;
      if (number.isLong && !overflows) {
        longSum = sum;
        numberCount++;
        return;
      }
      BigDecimal decimal = number.toBigDecimal();
      if (JsonNumbers.isCalculable(decimal)) {
        decimalSum = decimalSum == null ? decimal : decimalSum.add(decimal);
        numberCount++;
      }
    }

    /** Whether there are values, all of them numbers. */
    boolean isSum() {
      return numberCount > 0 && numberCount == valueCount;
    }

    BigDecimal sum() {
      BigDecimal sum = BigDecimal.valueOf(longSum);
      return decimalSum == null ? sum : sum.add(decimalSum);
    }
  }

  /** The size of a list that placeholders refer to, and the highest placeholder. */
  static final class PlaceholderList {
    int valueCount;
    int itemCount;
    int highestPlaceholder;

    void clear() {
      valueCount = 0;
      itemCount = 0;
      highestPlaceholder = 0;
    }
  }
}
