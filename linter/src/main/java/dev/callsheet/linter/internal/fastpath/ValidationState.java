package dev.callsheet.linter.internal.fastpath;

import dev.callsheet.spec.logic.JsonNumbers;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** What is known so far of the request that is passing by. */
final class ValidationState {
  /** Which members the objects have that are open. */
  final long[] seenMembers;

  /** What rules want to know: one bit for each fact, the words of a scope together. */
  final long[] facts;

  final SumAccumulator[] accumulators;
  final PlaceholderList[] placeholderLists;

  ValidationState(int seenWords, int factWords, int tallies, int listings) {
    this.seenMembers = new long[seenWords];
    this.facts = new long[factWords];
    this.accumulators = new SumAccumulator[tallies];
    for (int i = 0; i < tallies; i++) {
      this.accumulators[i] = new SumAccumulator();
    }
    this.placeholderLists = new PlaceholderList[listings];
    for (int i = 0; i < listings; i++) {
      this.placeholderLists[i] = new PlaceholderList();
    }
  }

  boolean hasFact(int fact) {
    return (facts[fact >> 6] & 1L << fact) != 0;
  }

  void setFact(int fact) {
    facts[fact >> 6] |= 1L << fact;
  }

  /** The values at a path that a rule calculates with. */
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

    BigDecimal sum() {
      BigDecimal sum = BigDecimal.valueOf(longSum);
      return decimalSum == null ? sum : sum.add(decimalSum);
    }
  }

  /** A list that placeholders name items of, and the placeholders. */
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
