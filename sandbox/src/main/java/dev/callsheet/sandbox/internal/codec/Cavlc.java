package dev.callsheet.sandbox.internal.codec;

/**
 * Blocks of coefficients in the variable-length code of H.264 (section 9.2), as far as they occur
 * where no macroblock has coefficients beyond those of its mean values: then the count of a block's
 * neighbours is always 0, and one of the tables for it is enough.
 */
final class Cavlc {
  /** How many of the last coefficients that are 1 or -1 are told by their signs. */
  private static final int MAX_ONES = 3;

  /** Table 9-5 for a block of 16: code lengths, by total and number of trailing ones. */
  private static final int[][] TOTAL_LENGTHS = {
    {1},
    {6, 2},
    {8, 6, 3},
    {9, 8, 7, 5},
    {10, 9, 8, 6},
    {11, 10, 9, 7},
    {13, 11, 10, 8},
    {13, 13, 11, 9},
    {13, 13, 13, 10},
    {14, 14, 13, 11},
    {14, 14, 14, 13},
    {15, 15, 14, 14},
    {15, 15, 15, 14},
    {16, 15, 15, 15},
    {16, 16, 16, 15},
    {16, 16, 16, 16},
    {16, 16, 16, 16}
  };

  private static final int[][] TOTAL_CODES = {
    {1},
    {5, 1},
    {7, 4, 1},
    {7, 6, 5, 3},
    {7, 6, 5, 3},
    {7, 6, 5, 4},
    {15, 6, 5, 4},
    {11, 14, 5, 4},
    {8, 10, 13, 4},
    {15, 14, 9, 4},
    {11, 10, 13, 12},
    {15, 14, 9, 12},
    {11, 10, 13, 8},
    {15, 1, 9, 12},
    {11, 14, 13, 8},
    {7, 10, 9, 12},
    {4, 6, 5, 8}
  };

  /** The same for a block of 4 of a chroma. */
  private static final int[][] CHROMA_TOTAL_LENGTHS = {
    {2}, {6, 1}, {6, 6, 3}, {6, 7, 7, 6}, {6, 8, 8, 7}
  };

  private static final int[][] CHROMA_TOTAL_CODES = {
    {1}, {7, 1}, {4, 6, 1}, {3, 3, 2, 5}, {2, 3, 2, 0}
  };

  /**
   * Tables 9-7 and 9-8: by the number of coefficients from 1, the zeros before the last of them.
   */
  private static final int[][] ZEROS_LENGTHS = {
    {1, 3, 3, 4, 4, 5, 5, 6, 6, 7, 7, 8, 8, 9, 9, 9},
    {3, 3, 3, 3, 3, 4, 4, 4, 4, 5, 5, 6, 6, 6, 6},
    {4, 3, 3, 3, 4, 4, 3, 3, 4, 5, 5, 6, 5, 6},
    {5, 3, 4, 4, 3, 3, 3, 4, 3, 4, 5, 5, 5},
    {4, 4, 4, 3, 3, 3, 3, 3, 4, 5, 4, 5},
    {6, 5, 3, 3, 3, 3, 3, 3, 4, 3, 6},
    {6, 5, 3, 3, 3, 2, 3, 4, 3, 6},
    {6, 4, 5, 3, 2, 2, 3, 3, 6},
    {6, 6, 4, 2, 2, 3, 2, 5},
    {5, 5, 3, 2, 2, 2, 4},
    {4, 4, 3, 3, 1, 3},
    {4, 4, 2, 1, 3},
    {3, 3, 1, 2},
    {2, 2, 1},
    {1, 1}
  };

  private static final int[][] ZEROS_CODES = {
    {1, 3, 2, 3, 2, 3, 2, 3, 2, 3, 2, 3, 2, 3, 2, 1},
    {7, 6, 5, 4, 3, 5, 4, 3, 2, 3, 2, 3, 2, 1, 0},
    {5, 7, 6, 5, 4, 3, 4, 3, 2, 3, 2, 1, 1, 0},
    {3, 7, 5, 4, 6, 5, 4, 3, 3, 2, 2, 1, 0},
    {5, 4, 3, 7, 6, 5, 4, 3, 2, 1, 1, 0},
    {1, 1, 7, 6, 5, 4, 3, 2, 1, 1, 0},
    {1, 1, 5, 4, 3, 3, 2, 1, 1, 0},
    {1, 1, 1, 3, 3, 2, 2, 1, 0},
    {1, 0, 1, 3, 2, 1, 1, 1},
    {1, 0, 1, 3, 2, 1, 1},
    {0, 1, 1, 2, 1, 3},
    {0, 1, 1, 1, 1},
    {0, 1, 1, 1},
    {0, 1, 1},
    {0, 1}
  };

  private static final int[][] CHROMA_ZEROS_LENGTHS = {{1, 2, 3, 3}, {1, 2, 2}, {1, 1}};
  private static final int[][] CHROMA_ZEROS_CODES = {{1, 1, 1, 0}, {1, 1, 0}, {1, 0}};

  /** Table 9-10: by the zeros that are left from 1, those between two coefficients. */
  private static final int[][] RUN_LENGTHS = {
    {1, 1},
    {1, 2, 2},
    {2, 2, 2, 2},
    {2, 2, 2, 3, 3},
    {2, 2, 3, 3, 3, 3},
    {2, 3, 3, 3, 3, 3, 3},
    {3, 3, 3, 3, 3, 3, 3, 4, 5, 6, 7, 8, 9, 10, 11}
  };

  private static final int[][] RUN_CODES = {
    {1, 0},
    {1, 1, 0},
    {3, 2, 1, 0},
    {3, 2, 1, 1, 0},
    {3, 2, 3, 2, 1, 0},
    {3, 0, 1, 3, 2, 5, 4},
    {7, 6, 5, 4, 3, 2, 1, 1, 1, 1, 1, 1, 1, 1, 1}
  };

  private final BitWriter out;

  Cavlc(BitWriter out) {
    this.out = out;
  }

  /** Writes the 16 coefficients of a block, or the 4 of a chroma, in the order of their scan. */
  void block(int[] coefficients) {
    boolean isChroma = coefficients.length == 4;
    int[] positions = new int[coefficients.length];
    int total = 0;
    for (int i = 0; i < coefficients.length; i++) {
      if (coefficients[i] != 0) {
        positions[total++] = i;
      }
    }
    int ones = 0;
    while (ones < Math.min(MAX_ONES, total)
        && Math.abs(coefficients[positions[total - 1 - ones]]) == 1) {
      ones++;
    }
    int[][] lengths = isChroma ? CHROMA_TOTAL_LENGTHS : TOTAL_LENGTHS;
    int[][] codes = isChroma ? CHROMA_TOTAL_CODES : TOTAL_CODES;
    out.bits(lengths[total][ones], codes[total][ones]);
    if (total > 0) {
      levels(coefficients, positions, total, ones);
      zeros(positions, total, coefficients.length);
    }
  }

  private void levels(int[] coefficients, int[] positions, int total, int ones) {
    for (int i = 0; i < ones; i++) {
      out.flag(coefficients[positions[total - 1 - i]] < 0);
    }
    int suffixLength = total > 10 && ones < MAX_ONES ? 1 : 0;
    for (int i = ones; i < total; i++) {
      int level = coefficients[positions[total - 1 - i]];
      int code = level > 0 ? 2 * level - 2 : -2 * level - 1;
      // The first one that is not a trailing one is no 1, unless there are three of them before it.
      level(i == ones && ones < MAX_ONES ? code - 2 : code, suffixLength);
      if (suffixLength == 0) {
        suffixLength = 1;
      }
      if (Math.abs(level) > 3 << (suffixLength - 1) && suffixLength < 6) {
        suffixLength++;
      }
    }
  }

  private void level(int code, int suffixLength) {
    int escape = suffixLength == 0 ? 30 : 15 << suffixLength;
    if (code >= escape) {
      out.unary(15).bits(12, code - escape);
    } else if (suffixLength > 0) {
      out.unary(code >> suffixLength).bits(suffixLength, code & ((1 << suffixLength) - 1));
    } else if (code >= 14) {
      out.unary(14).bits(4, code - 14);
    } else {
      out.unary(code);
    }
  }

  private void zeros(int[] positions, int total, int size) {
    int left = positions[total - 1] + 1 - total;
    if (total < size) {
      int[][] lengths = size == 4 ? CHROMA_ZEROS_LENGTHS : ZEROS_LENGTHS;
      int[][] codes = size == 4 ? CHROMA_ZEROS_CODES : ZEROS_CODES;
      out.bits(lengths[total - 1][left], codes[total - 1][left]);
    }
    for (int i = total - 1; i > 0 && left > 0; i--) {
      int run = positions[i] - positions[i - 1] - 1;
      int table = Math.min(left, RUN_LENGTHS.length) - 1;
      out.bits(RUN_LENGTHS[table][run], RUN_CODES[table][run]);
      left -= run;
    }
  }
}
