package dev.callsheet.sandbox.internal.codec;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Scanner;
import org.jspecify.annotations.Nullable;

/**
 * How probable the branches of VP8's token tree are, by plane, band and context. A key frame sets
 * all that mosaics use, so that the format's own values for them are not needed.
 */
final class TokenProbabilities {
  /** Luma blocks without their mean, the means of luma blocks, chroma blocks. */
  static final int LUMA = 0;

  static final int MEANS = 1;
  static final int CHROMA = 2;

  /** Only of macroblocks that have no block of means, which do not occur. */
  private static final int PLANES = 4;

  private static final int BANDS = 8;
  private static final int CONTEXTS = 3;
  private static final int BRANCHES = 11;

  /** Luma blocks end at once, and coefficients of the others are seldom 0 and seldom small. */
  private static final int[] OF_LUMA = filled(254, 128);

  private static final int[] OF_OTHERS = filled(50, 90);

  private static final int[][][][] UPDATES = readUpdates();

  private TokenProbabilities() {}

  private static int[] filled(int end, int zero) {
    int[] probabilities = new int[BRANCHES];
    Arrays.fill(probabilities, 128);
    probabilities[0] = end;
    probabilities[1] = zero;
    return probabilities;
  }

  /** The probabilities of the tree's branches. */
  static int[] of(int plane) {
    return plane == LUMA ? OF_LUMA : OF_OTHERS;
  }

  /** Writes the part of a frame's header that sets them, or that leaves them as they were. */
  static void writeHeader(BoolEncoder out, boolean sets) {
    for (int plane = 0; plane < PLANES; plane++) {
      for (int band = 0; band < BANDS; band++) {
        for (int context = 0; context < CONTEXTS; context++) {
          for (int branch = 0; branch < BRANCHES; branch++) {
            boolean isSet = sets && isUsed(plane, band);
            out.bit(isSet, UPDATES[plane][band][context][branch]);
            if (isSet) {
              out.bits(8, of(plane)[branch]);
            }
          }
        }
      }
    }
  }

  /** Luma blocks begin behind their mean, and chroma blocks end behind it. */
  private static boolean isUsed(int plane, int band) {
    return switch (plane) {
      case LUMA -> band == 1;
      case MEANS -> true;
      case CHROMA -> band <= 1;
      default -> false;
    };
  }

  private static int[][][][] readUpdates() {
    int[][][][] updates = new int[PLANES][BANDS][CONTEXTS][BRANCHES];
    try (InputStream stream =
            TokenProbabilities.class.getResourceAsStream("vp8-token-updates.txt");
        Scanner numbers = numbers(stream)) {
      for (int i = 0; i < PLANES * BANDS * CONTEXTS * BRANCHES; i++) {
        int context = i / BRANCHES;
        int band = context / CONTEXTS;
        updates[band / BANDS][band % BANDS][context % CONTEXTS][i % BRANCHES] = numbers.nextInt();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return updates;
  }

  private static Scanner numbers(@Nullable InputStream stream) {
    if (stream == null) {
      throw new IllegalStateException("vp8-token-updates.txt is missing from the jar");
    }
    Scanner scanner = new Scanner(stream, StandardCharsets.US_ASCII);
    while (scanner.hasNext("#.*")) {
      scanner.nextLine();
    }
    return scanner;
  }
}
