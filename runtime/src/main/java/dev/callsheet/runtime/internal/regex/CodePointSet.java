package dev.callsheet.runtime.internal.regex;

import java.util.Arrays;

/**
 * A set of code points, as the sorted places where it begins and ends by turns. Equal sets are
 * {@code equals}.
 */
public final class CodePointSet {
  static final CodePointSet ALL = of(0, Character.MAX_CODE_POINT);

  private static final int END = Character.MAX_CODE_POINT + 1;

  private final int[] bounds;

  // The first 128 code points, as bits.
  private final long low;
  private final long high;

  private CodePointSet(int[] bounds) {
    this.bounds = bounds;
    this.low = bits(0);
    this.high = bits(Long.SIZE);
  }

  private long bits(int from) {
    long bits = 0;
    for (int i = 0; i < Long.SIZE; i++) {
      bits |= isWithinBounds(from + i) ? 1L << i : 0;
    }
    return bits;
  }

  /** The code points of ranges, each given as its first and its last. */
  static CodePointSet of(int... firstsAndLasts) {
    Builder set = new Builder();
    for (int i = 0; i < firstsAndLasts.length; i += 2) {
      set.add(firstsAndLasts[i], firstsAndLasts[i + 1]);
    }
    return set.build();
  }

  /** Whether a code point belongs to it. */
  public boolean contains(int codePoint) {
    if (codePoint >= 0 && codePoint < 2 * Long.SIZE) {
      long bits = codePoint < Long.SIZE ? low : high;
      return (bits >>> codePoint & 1) != 0; // which shifts by less than the size of a long
    }
    return isWithinBounds(codePoint);
  }

  private boolean isWithinBounds(int codePoint) {
    int found = Arrays.binarySearch(bounds, codePoint);
    int boundsUpToIt = found >= 0 ? found + 1 : -found - 1;
    return (boundsUpToIt & 1) == 1;
  }

  /** Whether no code point belongs to it. */
  public boolean isEmpty() {
    return bounds.length == 0;
  }

  /** The least code point of a set that is not empty. */
  public int first() {
    return bounds[0];
  }

  /** Whether it is one code point alone. */
  boolean isSingle() {
    return bounds.length == 2 && bounds[1] == bounds[0] + 1;
  }

  /** All code points that do not belong to it. */
  CodePointSet complement() {
    int from = bounds.length > 0 && bounds[0] == 0 ? 1 : 0;
    int to =
        bounds.length > 0 && bounds[bounds.length - 1] == END ? bounds.length - 1 : bounds.length;
    int[] others = new int[1 - from + to - from + (to == bounds.length ? 1 : 0)];
    System.arraycopy(bounds, from, others, 1 - from, to - from);
    if (to == bounds.length) {
      others[others.length - 1] = END;
    }
    return new CodePointSet(others);
  }

  /** Where it begins and ends by turns; not to be changed. */
  int[] bounds() {
    return bounds;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof CodePointSet set && Arrays.equals(bounds, set.bounds);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(bounds);
  }

  /** Collects ranges in any order, which may overlap. */
  static final class Builder {
    private long[] ranges = new long[4];
    private int size;

    /** Adds a range, given as its first and its last code point. */
    Builder add(int first, int last) {
      if (size == ranges.length) {
        ranges = Arrays.copyOf(ranges, 2 * size);
      }
      ranges[size++] = ((long) first << Integer.SIZE) | (last + 1);
      return this;
    }

    Builder addAll(CodePointSet set) {
      for (int i = 0; i < set.bounds.length; i += 2) {
        add(set.bounds[i], set.bounds[i + 1] - 1);
      }
      return this;
    }

    CodePointSet build() {
      Arrays.sort(ranges, 0, size);
      int[] bounds = new int[2 * size];
      int length = 0;
      for (int i = 0; i < size; i++) {
        int begin = (int) (ranges[i] >> Integer.SIZE);
        int end = (int) ranges[i];
        if (length > 0 && begin <= bounds[length - 1]) {
          bounds[length - 1] = Math.max(bounds[length - 1], end);
        } else {
          bounds[length++] = begin;
          bounds[length++] = end;
        }
      }
      return new CodePointSet(Arrays.copyOf(bounds, length));
    }
  }
}
