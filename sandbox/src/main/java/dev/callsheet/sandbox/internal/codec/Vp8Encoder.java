package dev.callsheet.sandbox.internal.codec;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.List;

/**
 * VP8 (RFC 6386) for mosaics, as in WebM and WebP.
 *
 * <p>A macroblock is predicted from the mean of its neighbours, in frames between key frames from
 * the picture before. It has a block of the means of its blocks (Y2), and its chroma blocks have a
 * mean, which is all that there is to cells; other coefficients do not occur, so that the picture
 * of a decoder is known by a number a cell. The loop filter is off, and nothing ever moves. Tokens
 * are as probable in all contexts, so that it does not matter what blocks are near.
 *
 * <p>At the quantizer index 4 a mean of chroma is exact, and one of luma a level away at most.
 */
final class Vp8Encoder implements VideoEncoder {
  private static final int QUANTIZER_INDEX = 4;
  private static final int FIRST_MEAN_STEP = 16;
  private static final int MEAN_STEP = 12;
  private static final int[] SCAN = {0, 1, 4, 8, 5, 2, 3, 6, 9, 12, 13, 10, 7, 11, 14, 15};

  /** Probabilities of a zero in 256ths: what mosaics make of them, and what the format has. */
  private static final int NOT_SKIPPED_IN_KEY = 128;

  private static final int NOT_SKIPPED = 4;
  private static final int INTRA = 1;
  private static final int LAST_FRAME = 255;
  private static final int[] NOTHING_MOVES = {7, 14, 135, 60, 159, 234};

  private static final int[][] MOTION_UPDATES = {
    {237, 246, 253, 253, 254, 254, 254, 254, 254, 254, 254, 254, 254, 254, 250, 250, 252, 254, 254},
    {231, 243, 245, 253, 254, 254, 254, 254, 254, 254, 254, 254, 254, 254, 251, 251, 254, 254, 254}
  };

  /** The first number of each category of large ones, and how the bits beyond it are coded. */
  private static final int[] CATEGORIES = {5, 7, 11, 19, 35, 67};

  private static final int[][] EXTRA_BITS = {
    {159},
    {165, 145},
    {173, 148, 140},
    {176, 155, 140, 135},
    {180, 157, 141, 134, 130},
    {254, 254, 243, 230, 196, 177, 153, 140, 133, 130, 129}
  };

  private final int width;
  private final int height;
  private final int across;
  private final int down;
  private final CellPlane luma;
  private final CellPlane blue;
  private final CellPlane red;
  private final Macroblock colours = new Macroblock();

  /** What the macroblock at hand differs by from its prediction. */
  private final int[] means = new int[16];

  private final int[][] chromas = new int[2][4];

  /** For pictures of that size in pixels. */
  Vp8Encoder(int width, int height) {
    this.width = width;
    this.height = height;
    this.across = Macroblock.count(width);
    this.down = Macroblock.count(height);
    this.luma = new CellPlane(4 * across, 4 * down);
    this.blue = new CellPlane(2 * across, 2 * down);
    this.red = new CellPlane(2 * across, 2 * down);
  }

  @Override
  public byte[] keyFrame(CellPicture picture) {
    BoolEncoder header = new BoolEncoder();
    header.bits(2, 0); // BT.601, values may have to be clamped
    writeCommonHeader(header);
    header.flag(true); // probabilities are kept
    TokenProbabilities.writeHeader(header, true);
    header.flag(true);
    header.bits(8, NOT_SKIPPED_IN_KEY);
    byte[] tokens = macroblocks(picture, List.of(picture.area()), header, true);
    return frame(header.finish(), tokens, true);
  }

  @Override
  public byte[] changedFrame(CellPicture picture, List<CellArea> changed) {
    BoolEncoder header = new BoolEncoder();
    writeCommonHeader(header);
    header.flag(false); // the golden frame and the alternative one are not used
    header.flag(false);
    header.bits(2, 0);
    header.bits(2, 0);
    header.bits(2, 0);
    header.flag(true); // probabilities are kept, and so is the frame
    header.flag(true);
    TokenProbabilities.writeHeader(header, false);
    header.flag(true);
    header.bits(8, NOT_SKIPPED);
    header.bits(8, INTRA);
    header.bits(8, LAST_FRAME);
    header.bits(8, 128);
    header.bits(2, 0); // the modes of intra macroblocks have their usual probabilities
    for (int[] component : MOTION_UPDATES) {
      for (int update : component) {
        header.bit(false, update);
      }
    }
    byte[] tokens = macroblocks(picture, changed, header, false);
    return frame(header.finish(), tokens, false);
  }

  private static void writeCommonHeader(BoolEncoder header) {
    header.flag(false); // no segments
    header.bits(1 + 6 + 3, 0); // no loop filter
    header.flag(false);
    header.bits(2, 0); // one partition of tokens
    header.bits(7, QUANTIZER_INDEX);
    header.bits(5, 0); // which all planes have
  }

  private byte[] macroblocks(
      CellPicture picture, List<CellArea> changed, BoolEncoder header, boolean isKey) {
    BoolEncoder tokens = new BoolEncoder();
    for (int row = 0; row < down; row++) {
      for (int column = 0; column < across; column++) {
        boolean isCoded =
            Macroblock.isIn(changed, column, row) && differ(picture, column, row, isKey);
        header.bit(!isCoded, isKey ? NOT_SKIPPED_IN_KEY : NOT_SKIPPED);
        if (isKey) {
          header.bit(true, 145); // all of it is predicted
          header.bit(false, 156); // from the mean
          header.bit(false, 163);
          header.bit(false, 142); // and so is chroma
        } else {
          header.bit(true, INTRA);
          header.bit(false, LAST_FRAME);
          int still = (row > 0 ? 2 : 0) + (column > 0 ? 2 : 0) + (row > 0 && column > 0 ? 1 : 0);
          header.bit(false, NOTHING_MOVES[still]);
        }
        if (isCoded) {
          writeTokens(tokens);
        }
      }
    }
    return tokens.finish();
  }

  /** Works out what a macroblock differs by from its prediction; whether it does. */
  private boolean differ(CellPicture picture, int column, int row, boolean isKey) {
    colours.read(picture, column, row);
    int mean = luma.mean(4 * column, 4 * row, 4);
    int[] predicted = new int[16];
    int[] difference = new int[16];
    for (int i = 0; i < 16; i++) {
      predicted[i] = isKey ? mean : luma.get(4 * column + i % 4, 4 * row + i / 4);
      difference[i] = colours.luma[i] - predicted[i];
    }
    int[] transformed = Hadamard.of(difference);
    int[] restored = new int[16];
    boolean differs = false;
    for (int i = 0; i < 16; i++) {
      int step = i == 0 ? FIRST_MEAN_STEP : MEAN_STEP;
      means[i] = Hadamard.divide(4 * transformed[i], step);
      restored[i] = means[i] * step;
      differs |= means[i] != 0;
    }
    restored = Hadamard.of(restored);
    for (int i = 0; i < 16; i++) {
      int value = predicted[i] + ((((restored[i] + 3) >> 3) + 4) >> 3);
      luma.set(4 * column + i % 4, 4 * row + i / 4, value);
    }
    differs |= differChroma(chromas[0], blue, colours.blue, 2 * column, 2 * row, isKey);
    return differChroma(chromas[1], red, colours.red, 2 * column, 2 * row, isKey) || differs;
  }

  private static boolean differChroma(
      int[] levels, CellPlane plane, int[] wanted, int column, int row, boolean isKey) {
    int mean = plane.mean(column, row, 2);
    boolean differs = false;
    for (int i = 0; i < 4; i++) {
      int predicted = isKey ? mean : plane.get(column + i % 2, row + i / 2);
      levels[i] = wanted[i] - predicted;
      differs |= levels[i] != 0;
    }
    for (int i = 0; i < 4; i++) {
      plane.set(column + i % 2, row + i / 2, wanted[i]);
    }
    return differs;
  }

  private void writeTokens(BoolEncoder out) {
    writeMeans(out);
    for (int i = 0; i < 16; i++) {
      out.bit(false, TokenProbabilities.of(TokenProbabilities.LUMA)[0]);
    }
    for (int plane = 0; plane < 2; plane++) {
      for (int i = 0; i < 4; i++) {
        int level = chromas[plane][i];
        boolean isCoded = level != 0;
        int[] probabilities = TokenProbabilities.of(TokenProbabilities.CHROMA);
        out.bit(isCoded, probabilities[0]);
        if (isCoded) {
          out.bit(true, probabilities[1]);
          writeLevel(out, level, probabilities);
          out.bit(false, probabilities[0]);
        }
      }
    }
  }

  private void writeMeans(BoolEncoder out) {
    int end = 16;
    while (end > 0 && means[SCAN[end - 1]] == 0) {
      end--;
    }
    int[] probabilities = TokenProbabilities.of(TokenProbabilities.MEANS);
    boolean isAfterZero = false;
    for (int i = 0; i < end; i++) {
      int level = means[SCAN[i]];
      if (!isAfterZero) {
        out.bit(true, probabilities[0]);
      }
      out.bit(level != 0, probabilities[1]);
      if (level != 0) {
        writeLevel(out, level, probabilities);
      }
      isAfterZero = level == 0;
    }
    if (end < 16) {
      out.bit(false, probabilities[0]);
    }
  }

  /** A number that is not 0, behind the branch that says so. */
  private static void writeLevel(BoolEncoder out, int level, int[] probabilities) {
    int size = Math.abs(level);
    out.bit(size > 1, probabilities[2]);
    if (size > 1) {
      out.bit(size > 4, probabilities[3]);
      if (size <= 4) {
        out.bit(size > 2, probabilities[4]);
        if (size > 2) {
          out.bit(size == 4, probabilities[5]);
        }
      } else {
        writeCategory(out, size, probabilities);
      }
    }
    out.flag(level < 0);
  }

  private static void writeCategory(BoolEncoder out, int size, int[] probabilities) {
    int number = CATEGORIES.length - 1;
    while (size < CATEGORIES[number]) {
      number--;
    }
    out.bit(number >= 2, probabilities[6]);
    if (number < 2) {
      out.bit(number == 1, probabilities[7]);
    } else {
      out.bit(number >= 4, probabilities[8]);
      out.bit(number % 2 == 1, probabilities[number >= 4 ? 10 : 9]);
    }
    int extra = size - CATEGORIES[number];
    int[] bits = EXTRA_BITS[number];
    for (int i = 0; i < bits.length; i++) {
      out.bit(((extra >> (bits.length - 1 - i)) & 1) == 1, bits[i]);
    }
  }

  private byte[] frame(byte[] header, byte[] tokens, boolean isKey) {
    int tag = (isKey ? 0 : 1) | (1 << 4) | (header.length << 5); // shown, of profile 0
    ByteBuffer frame =
        ByteBuffer.allocate((isKey ? 10 : 3) + header.length + tokens.length)
            .order(ByteOrder.LITTLE_ENDIAN);
    frame.put((byte) tag).put((byte) (tag >> 8)).put((byte) (tag >> 16));
    if (isKey) {
      frame.put((byte) 0x9D).put((byte) 0x01).put((byte) 0x2A);
      frame.putShort((short) width).putShort((short) height);
    }
    return frame.put(header).put(tokens).array();
  }
}
