package dev.callsheet.linter.internal.fastpath;

import java.util.BitSet;
import java.util.List;

/** Cubes ready to be tested against the facts of a scope. */
final class BitmaskRules {
  private final int wordsPerMask;
  private final long[] masks;
  private final long[] expected;

  /** Tests facts that take so many words. */
  BitmaskRules(List<DnfConverter.Conjunction> cubes, int words) {
    this.wordsPerMask = words;
    this.masks = new long[cubes.size() * words];
    this.expected = new long[cubes.size() * words];
    for (int i = 0; i < cubes.size(); i++) {
      BitSet all = (BitSet) cubes.get(i).trueFacts().clone();
      all.or(cubes.get(i).falseFacts());
      copy(all, masks, i * words);
      copy(cubes.get(i).trueFacts(), expected, i * words);
    }
  }

  /** Whether a cube holds of the facts that begin at a word. */
  boolean anyMatches(long[] facts, int firstWord) {
    if (wordsPerMask == 1) {
      return anyMatches(facts[firstWord]);
    }
    for (int i = 0; i < masks.length; i += wordsPerMask) {
      int word = 0;
      while (word < wordsPerMask
          && (facts[firstWord + word] & masks[i + word]) == expected[i + word]) {
        word++;
      }
      if (word == wordsPerMask) {
        return true;
      }
    }
    return false;
  }

  private boolean anyMatches(long facts) {
    boolean found = false;
    for (int i = 0; i < masks.length; i++) {
      found |= (facts & masks[i]) == expected[i];
    }
    return found;
  }

  private static void copy(BitSet bits, long[] into, int at) {
    long[] copied = bits.toLongArray();
    System.arraycopy(copied, 0, into, at, copied.length);
  }
}
