package dev.callsheet.runtime.internal.secrets;

/**
 * The places of a text that a search for secrets has to look at: signs, such as a colon, behind
 * which a secret may stand, and long runs of letters and digits, which may be one. Of most texts
 * that is little, and the rest is passed over.
 *
 * <p>There are two bits for each character: whether it is a sign, and whether it may be in a run.
 * They are set for eight characters at once, a byte each, without a branch, since none could be
 * foretold in prose. Of two sums of a byte below 0x80 the highest bits tell whether it is in a
 * range: {@code b + (0x80 - first)} has it from the first on, {@code b + (0x7F - last)} behind the
 * last. The highest bits of the eight bytes are moved together by a product. Some characters more
 * are taken for signs or for parts of runs, where that makes a range of them. As many ones in a row
 * as a run has at least are found by and-ing a word with itself, moved by 1, 2, 4 and 8 bits.
 *
 * <p>Source: H. S. Warren, <i>Hacker's Delight</i>, 2nd edition, sections 6-1 to 6-3.
 */
final class Landmarks {
  /** How long a run is at least; a shorter one is no token, no key and no Base64 with a secret. */
  static final int MIN_RUN_LENGTH = 16;

  private static final long EACH = 0x0101010101010101L;
  private static final long HIGH_BITS = 0x8080808080808080L;

  private final int length;

  /** A bit for each character, and a word more, so that each has a next one. */
  private final long[] signs;

  private final long[] inRun;

  /** Those of a text. */
  Landmarks(char[] chars) {
    int words = (chars.length >> 6) + 2;
    this.length = chars.length;
    this.signs = new long[words];
    this.inRun = new long[words];
    for (int from = 0; from < length; from += Long.SIZE) {
      int to = Math.min(length, from + Long.SIZE);
      long sign = 0;
      long run = 0;
      for (int at = from; at < to; at += Long.BYTES) {
        long eight = at + Long.BYTES <= to ? eight(chars, at) : last(chars, at);
        sign |= together(signs(eight)) << at; // the distance is counted in one word
        run |= together(inRun(eight)) << at;
      }
      signs[from >> 6] = sign;
      inRun[from >> 6] = run;
    }
  }

  /** Eight characters as bytes; those outside of ASCII as spaces. */
  private static long eight(char[] chars, int from) {
    return four(chars, from) | four(chars, from + 4) << 32;
  }

  private static long four(char[] chars, int from) {
    return ascii(chars[from])
        | ascii(chars[from + 1]) << 8
        | ascii(chars[from + 2]) << 16
        | ascii(chars[from + 3]) << 24;
  }

  private static long ascii(char c) {
    return c < 0x80 ? c : ' ';
  }

  private static long last(char[] chars, int from) {
    long last = 0;
    for (int i = chars.length - 1; i >= from; i--) {
      last = last << Byte.SIZE | ascii(chars[i]);
    }
    return last;
  }

  /** Escapes, what stands before a value, and the first letter of a scheme's name. */
  private static long signs(long eight) {
    return (inRange(eight, '\\', '\\')
            | inRange(eight, '%', '%')
            | inRange(eight, ':', '=')
            | inRange(eight | ' ' * EACH, 'b', 'b'))
        & HIGH_BITS;
  }

  /** Every {@link CharKinds#TOKEN} and every {@link CharKinds#BASE64}. */
  private static long inRun(long eight) {
    return (inRange(eight, '+', '9') | inRange(eight, 'A', 'z')) & HIGH_BITS;
  }

  /** The highest bit of each byte that is in a range; other bits mean nothing. */
  private static long inRange(long eight, char first, char last) {
    return eight + (0x80 - first) * EACH & ~(eight + (0x7F - last) * EACH);
  }

  /** The highest bits of eight bytes as the lowest of one. */
  private static long together(long highBits) {
    return ((highBits >>> 7) * 0x0102040810204080L) >>> 56;
  }

  /** Where the first sign stands from an offset on; the text's length where there is none. */
  int nextSign(int from) {
    return next(signs, from, 0);
  }

  /**
   * Where the first run begins from an offset on, or goes on with as many characters as one has;
   * the text's length where there is none.
   */
  int nextRun(int from) {
    for (int word = from >> 6; word < inRun.length - 1; word++) {
      long own = inRun[word];
      long next = inRun[word + 1];
      for (int distance = 1; distance < MIN_RUN_LENGTH; distance *= 2) {
        own &= own >>> distance | next << -distance;
        next &= next >>> distance; // wrong in the highest bits, which nobody asks for
      }
      own &= word == from >> 6 ? -1L << from : -1L;
      if (own != 0) {
        return word * Long.SIZE + Long.numberOfTrailingZeros(own);
      }
    }
    return length;
  }

  /** Where the run ends that an offset is in. */
  int endOfRun(int from) {
    return next(inRun, from, -1);
  }

  /** The first bit from an offset on that is one, or is none where all are inverted. */
  private int next(long[] bits, int from, long inverted) {
    int word = from >> 6;
    long left = (bits[word] ^ inverted) & -1L << from;
    while (left == 0 && word < bits.length - 1) {
      left = bits[++word] ^ inverted;
    }
    return left == 0
        ? length
        : Math.min(length, word * Long.SIZE + Long.numberOfTrailingZeros(left));
  }
}
