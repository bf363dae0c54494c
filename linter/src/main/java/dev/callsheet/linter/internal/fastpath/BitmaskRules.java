package dev.callsheet.linter.internal.fastpath;

import java.util.BitSet;
import java.util.List;

/**
 * A disjunction of conjunctions of facts, as bit masks: for each conjunction the mask of the facts
 * it speaks of, and the values they must have. A conjunction holds when {@code (facts & mask) ==
 * expected}, whatever the number of its facts; so a test costs one comparison for each conjunction
 * and 64 facts. Most scopes have at most 64 facts: for them the loop has no branch, which lets the
 * compiler vectorize it.
 */
final class BitmaskRules {
  private final int wordsPerMask;
  private final long[] masks;
  private final long[] expected;

  /** Masks of {@code words} words each, the words of a scope. */
  BitmaskRules(List<DnfConverter.Conjunction> conjunctions, int words) {
    this.wordsPerMask = words;
    this.masks = new long[conjunctions.size() * words];
    this.expected = new long[conjunctions.size() * words];
    for (int i = 0; i < conjunctions.size(); i++) {
      BitSet mentioned = (BitSet) conjunctions.get(i).trueFacts().clone();
      mentioned.or(conjunctions.get(i).falseFacts());
      copy(mentioned, masks, i * words);
      copy(conjunctions.get(i).trueFacts(), expected, i * words);
    }
  }

  /** Whether any conjunction holds of the facts that begin at {@code firstWord}. */
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

  private static void copy(BitSet bits, long[] target, int index) {
    long[] copied = bits.toLongArray();
    System.arraycopy(copied, 0, target, index, copied.length);
  }
}
