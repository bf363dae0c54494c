package dev.callsheet.sandbox.internal.codec;

/** The Hadamard transform of four by four numbers, by which H.264 and VP8 tell the cells. */
final class Hadamard {
  private Hadamard() {}

  /** The transform without any scaling; applied twice, it is the input times 16. */
  static int[] of(int[] values) {
    int[] rows = new int[16];
    for (int i = 0; i < 4; i++) {
      pass(values, i, 4, rows);
    }
    int[] both = new int[16];
    for (int i = 0; i < 4; i++) {
      pass(rows, 4 * i, 1, both);
    }
    return both;
  }

  private static void pass(int[] from, int start, int step, int[] to) {
    int sum = from[start] + from[start + 3 * step];
    int middle = from[start + step] + from[start + 2 * step];
    int difference = from[start] - from[start + 3 * step];
    int slope = from[start + step] - from[start + 2 * step];
    to[start] = sum + middle;
    to[start + step] = difference + slope;
    to[start + 2 * step] = sum - middle;
    to[start + 3 * step] = difference - slope;
  }

  /** The quotient, rounded to the nearest. */
  static int divide(int value, int divisor) {
    return Math.floorDiv(2 * value + divisor, 2 * divisor);
  }
}
