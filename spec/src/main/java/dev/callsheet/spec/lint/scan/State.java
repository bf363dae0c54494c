package dev.callsheet.spec.lint.scan;

import dev.callsheet.spec.calculus.Numbers;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** What is known so far of the request that is passing by. */
final class State {
  /** Which members the objects have that are open. */
  final long[] seen;

  /** What rules want to know: one bit for each fact, the words of a scope together. */
  final long[] facts;

  final Tally[] tallies;
  final Listing[] listings;

  State(int seenWords, int factWords, int tallies, int listings) {
    this.seen = new long[seenWords];
    this.facts = new long[factWords];
    this.tallies = new Tally[tallies];
    for (int i = 0; i < tallies; i++) {
      this.tallies[i] = new Tally();
    }
    this.listings = new Listing[listings];
    for (int i = 0; i < listings; i++) {
      this.listings[i] = new Listing();
    }
  }

  boolean has(int fact) {
    return (facts[fact >> 6] & 1L << fact) != 0;
  }

  void set(int fact) {
    facts[fact >> 6] |= 1L << fact;
  }

  /** The values at a path that a rule calculates with. */
  static final class Tally {
    int places;
    int numbers;
    private long small;
    private @Nullable BigDecimal large;

    void clear() {
      places = 0;
      numbers = 0;
      small = 0;
      large = null;
    }

    void add(NumberToken number) {
      long sum = small + number.value;
      boolean overflows = ((small ^ sum) & (number.value ^ sum)) < 0;
      if (number.isSmall && !overflows) {
        small = sum;
        numbers++;
        return;
      }
      BigDecimal decimal = number.decimal();
      if (Numbers.isCalculable(decimal)) {
        large = large == null ? decimal : large.add(decimal);
        numbers++;
      }
    }

    BigDecimal sum() {
      BigDecimal sum = BigDecimal.valueOf(small);
      return large == null ? sum : sum.add(large);
    }
  }

  /** A list that placeholders name items of, and the placeholders. */
  static final class Listing {
    int places;
    int size;
    int highest;

    void clear() {
      places = 0;
      size = 0;
      highest = 0;
    }
  }
}
