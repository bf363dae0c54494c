package dev.callsheet.spec.lint.scan;

import java.util.BitSet;
import java.util.List;

/** Cubes ready to be tested against the facts of a scope. */
final class MaskTests {
  private final int words;
  private final long[] care;
  private final long[] want;

  /** Tests facts that take so many words. */
  MaskTests(List<Cubes.Cube> cubes, int words) {
    this.words = words;
    this.care = new long[cubes.size() * words];
    this.want = new long[cubes.size() * words];
    for (int i = 0; i < cubes.size(); i++) {
      BitSet all = (BitSet) cubes.get(i).hold().clone();
      all.or(cubes.get(i).fail());
      copy(all, care, i * words);
      copy(cubes.get(i).hold(), want, i * words);
    }
  }

  /** Whether a cube holds of the facts that begin at a word. */
  boolean anyHolds(long[] facts, int firstWord) {
    if (words == 1) {
      return anyHolds(facts[firstWord]);
    }
    for (int i = 0; i < care.length; i += words) {
      int word = 0;
      while (word < words && (facts[firstWord + word] & care[i + word]) == want[i + word]) {
        word++;
      }
      if (word == words) {
        return true;
      }
    }
    return false;
  }

  private boolean anyHolds(long facts) {
    boolean found = false;
    for (int i = 0; i < care.length; i++) {
      found |= (facts & care[i]) == want[i];
    }
    return found;
  }

  private static void copy(BitSet bits, long[] into, int at) {
    long[] copied = bits.toLongArray();
    System.arraycopy(copied, 0, into, at, copied.length);
  }
}
