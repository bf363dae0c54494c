package dev.callsheet.cli.lsp.text;

/**
 * Counts the characters of a text in a unit. The sums before blocks of {@value #BLOCK} {@code
 * char}s are kept, so that whatever is asked looks at one or two blocks, however long a line is.
 */
final class UnitIndex {
  static final int BLOCK = 256;

  private final CharSequence text;
  private final PositionUnit unit;

  /** How many units are before each block; empty where every {@code char} is one. */
  private final int[] sums;

  UnitIndex(CharSequence text, PositionUnit unit) {
    this.text = text;
    this.unit = unit;
    this.sums = unit == PositionUnit.UTF16 ? new int[0] : sums();
  }

  private int[] sums() {
    int[] before = new int[text.length() / BLOCK + 1];
    int sum = 0;
    for (int i = 0; i < text.length(); i++) {
      if (i % BLOCK == 0) {
        before[i / BLOCK] = sum;
      }
      sum += length(i);
    }
    if (text.length() % BLOCK == 0) {
      before[text.length() / BLOCK] = sum;
    }
    return sum == text.length() ? new int[0] : before;
  }

  /** How many units are before an offset; a character that it is inside of counts whole. */
  int before(int offset) {
    if (sums.length == 0) {
      return offset;
    }
    int sum = sums[offset / BLOCK];
    for (int i = offset / BLOCK * BLOCK; i < offset; i++) {
      sum += length(i);
    }
    return sum;
  }

  /**
   * The offset behind so many units of a part of the text, at most the end of the part; never
   * inside of a character.
   */
  int offset(int from, int to, int units) {
    int offset = from;
    if (sums.length == 0) {
      offset += Math.max(0, Math.min(units, to - from));
    } else if (units > 0) {
      long wanted = (long) before(from) + units;
      int block = lastBlockBelow(wanted, from / BLOCK, to / BLOCK);
      offset = Math.max(from, block * BLOCK);
      for (long sum = before(offset); sum < wanted && offset < to; offset++) {
        sum += length(offset);
      }
    }
    return offset > from && offset < to && isSecondHalf(offset) ? offset + 1 : offset;
  }

  /** The last block of some with less units before it than wanted; the first where none has. */
  private int lastBlockBelow(long wanted, int first, int last) {
    int low = first;
    int high = last;
    while (low < high) {
      int middle = (low + high + 1) >>> 1;
      if (sums[middle] < wanted) {
        low = middle;
      } else {
        high = middle - 1;
      }
    }
    return low;
  }

  /** The units of the character that begins at an offset; none where it is one's second half. */
  private int length(int offset) {
    char c = text.charAt(offset);
    if (!Character.isSurrogate(c)) {
      return unit.length(c);
    }
    if (Character.isHighSurrogate(c) && offset + 1 < text.length()) {
      char next = text.charAt(offset + 1);
      return unit.length(Character.isLowSurrogate(next) ? Character.toCodePoint(c, next) : c);
    }
    return isSecondHalf(offset) ? 0 : unit.length(c);
  }

  private boolean isSecondHalf(int offset) {
    return offset > 0 && Character.isSurrogatePair(text.charAt(offset - 1), text.charAt(offset));
  }
}
