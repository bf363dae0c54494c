package dev.callsheet.sandbox.internal.codec;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.util.List;

/**
 * H.264 of the constrained baseline profile, for mosaics.
 *
 * <p>A macroblock of 16 pixels is predicted from the mean of its neighbours (Intra_16x16, DC), and
 * what it differs by is told by the mean of each of its blocks of 4 pixels alone, which is all that
 * there is to a cell. These 16 numbers go through a Hadamard transform of their own in this mode,
 * and blocks have no other coefficients. The picture of a decoder is therefore known by a number a
 * cell. The filter that smooths the edges of blocks is off. Frames between key frames skip what
 * does not change: the run of skipped macroblocks is a number.
 *
 * <p>At the quantizer 24 a coefficient counts for 40/64 of a level of luma, 80/64 of chroma, so a
 * cell is at most a level or two away from its colour.
 */
final class H264Encoder implements VideoEncoder {
  private static final int QUANTIZER = 24;

  /** What the levels of a luma block and a chroma block are multiplied by, in 64ths. */
  private static final int LUMA_STEP = 40;

  private static final int CHROMA_STEP = 80;

  /** The blocks of a macroblock in the order of the zigzag scan. */
  private static final int[] SCAN = {0, 1, 4, 8, 5, 2, 3, 6, 9, 12, 13, 10, 7, 11, 14, 15};

  private static final int INTRA_16X16_DC = 3;
  private static final int WITH_CHROMA = 4;
  private static final int INTRA_IN_P_SLICE = 5;
  private static final int KEY_NAL = 0x65;
  private static final int FRAME_NAL = 0x41;
  private static final int BASELINE = 66;

  /** The levels of table A-1: identifier, macroblocks a second and in a frame. */
  private static final int[][] LEVELS = {
    {30, 40_500, 1_620},
    {31, 108_000, 3_600},
    {40, 245_760, 8_192},
    {42, 522_240, 8_704},
    {51, 983_040, 36_864},
    {52, 2_073_600, 36_864},
    {60, 4_177_920, 139_264},
    {62, 16_711_680, 139_264}
  };

  private final int across;
  private final int down;
  private final int width;
  private final int height;
  private final int framesPerSecond;
  private final CellPlane luma;
  private final CellPlane blue;
  private final CellPlane red;
  private final Macroblock colours = new Macroblock();
  private int frameNumber;
  private int keyFrames;

  /** For pictures of that size in pixels, both even. */
  H264Encoder(int width, int height, int framesPerSecond) {
    this.width = width;
    this.height = height;
    this.framesPerSecond = framesPerSecond;
    this.across = Macroblock.count(width);
    this.down = Macroblock.count(height);
    this.luma = new CellPlane(4 * across, 4 * down);
    this.blue = new CellPlane(2 * across, 2 * down);
    this.red = new CellPlane(2 * across, 2 * down);
  }

  @Override
  public byte[] keyFrame(CellPicture picture) {
    frameNumber = 0;
    BitWriter out = new BitWriter();
    out.unsigned(0).unsigned(7).unsigned(0).bits(8, 0).unsigned(keyFrames++ & 0xFF);
    out.flag(false).flag(false); // all pictures are shown, and this one is no long-term reference
    out.signed(0).unsigned(1); // the quantizer of the parameters, no deblocking
    for (int i = 0; i < across * down; i++) {
      macroblock(out, picture, i % across, i / across, 0);
    }
    return slice(KEY_NAL, out);
  }

  @Override
  public byte[] changedFrame(CellPicture picture, List<CellArea> changed) {
    frameNumber = (frameNumber + 1) & 0xFF;
    BitWriter out = new BitWriter();
    out.unsigned(0).unsigned(5).unsigned(0).bits(8, frameNumber);
    out.flag(false).flag(false).flag(false); // references as they are, and this one is the next
    out.signed(0).unsigned(1);
    int skipped = 0;
    for (int i = 0; i < across * down; i++) {
      int column = i % across;
      int row = i / across;
      if (Macroblock.isIn(changed, column, row)) {
        out.unsigned(skipped);
        skipped = 0;
        macroblock(out, picture, column, row, INTRA_IN_P_SLICE);
      } else {
        skipped++;
      }
    }
    if (skipped > 0) {
      out.unsigned(skipped);
    }
    return slice(FRAME_NAL, out);
  }

  private void macroblock(BitWriter out, CellPicture picture, int column, int row, int firstType) {
    colours.read(picture, column, row);
    int[] lumaLevels = lumaLevels(4 * column, 4 * row);
    int[] blueLevels = chromaLevels(blue, colours.blue, 2 * column, 2 * row);
    int[] redLevels = chromaLevels(red, colours.red, 2 * column, 2 * row);
    boolean hasChroma = !isZero(blueLevels) || !isZero(redLevels);
    out.unsigned(firstType + INTRA_16X16_DC + (hasChroma ? WITH_CHROMA : 0));
    out.unsigned(0).signed(0); // chroma from the mean as well, the quantizer as it is
    Cavlc coefficients = new Cavlc(out);
    coefficients.block(lumaLevels);
    if (hasChroma) {
      coefficients.block(blueLevels);
      coefficients.block(redLevels);
    }
  }

  private int[] lumaLevels(int column, int row) {
    int mean = luma.mean(column, row, 4);
    int[] difference = new int[16];
    for (int i = 0; i < 16; i++) {
      difference[i] = colours.luma[i] - mean;
    }
    int[] transformed = Hadamard.of(difference);
    int[] levels = new int[16];
    for (int i = 0; i < 16; i++) {
      levels[i] = Hadamard.divide(transformed[i] * 64, 16 * LUMA_STEP);
    }
    int[] restored = Hadamard.of(levels);
    int[] scanned = new int[16];
    for (int i = 0; i < 16; i++) {
      luma.set(column + i % 4, row + i / 4, mean + ((restored[i] * LUMA_STEP + 32) >> 6));
      scanned[i] = levels[SCAN[i]];
    }
    return scanned;
  }

  private static int[] chromaLevels(CellPlane plane, int[] wanted, int column, int row) {
    int[] mean = new int[4];
    int[] difference = new int[4];
    for (int i = 0; i < 4; i++) {
      mean[i] = plane.chromaMean(column, row, i);
      difference[i] = wanted[i] - mean[i];
    }
    int[] levels = twoByTwo(difference);
    for (int i = 0; i < 4; i++) {
      levels[i] = Hadamard.divide(levels[i] * 64, 4 * CHROMA_STEP);
    }
    int[] restored = twoByTwo(levels);
    for (int i = 0; i < 4; i++) {
      plane.set(column + i % 2, row + i / 2, mean[i] + ((restored[i] * CHROMA_STEP + 32) >> 6));
    }
    return levels;
  }

  private static int[] twoByTwo(int[] v) {
    return new int[] {
      v[0] + v[1] + v[2] + v[3],
      v[0] - v[1] + v[2] - v[3],
      v[0] + v[1] - v[2] - v[3],
      v[0] - v[1] - v[2] + v[3]
    };
  }

  private static boolean isZero(int[] levels) {
    for (int level : levels) {
      if (level != 0) {
        return false;
      }
    }
    return true;
  }

  /** A slice with its length before it, as MP4 has it. */
  private static byte[] slice(int kind, BitWriter out) {
    byte[] unit = unit(kind, out);
    return ByteBuffer.allocate(4 + unit.length).putInt(unit.length).put(unit).array();
  }

  /** A unit whose bytes do not look like the start of another. */
  private static byte[] unit(int kind, BitWriter out) {
    byte[] payload = out.bits(1, 1).align(0).toByteArray();
    ByteArrayOutputStream unit = new ByteArrayOutputStream(payload.length + 16);
    unit.write(kind);
    int zeros = 0;
    for (byte each : payload) {
      if (zeros == 2 && (each & 0xFC) == 0) {
        unit.write(3);
        zeros = 0;
      }
      unit.write(each);
      zeros = each == 0 ? zeros + 1 : 0;
    }
    return unit.toByteArray();
  }

  /** The parameters of all frames, as the box {@code avcC} has them. */
  byte[] configuration() {
    byte[] sequence = sequenceParameters();
    byte[] picture = pictureParameters();
    ByteBuffer box = ByteBuffer.allocate(11 + sequence.length + picture.length);
    box.put((byte) 1).put(sequence, 1, 3).put((byte) 0xFF);
    box.put((byte) 0xE1).putShort((short) sequence.length).put(sequence);
    box.put((byte) 1).putShort((short) picture.length).put(picture);
    return box.array();
  }

  private byte[] sequenceParameters() {
    BitWriter out = new BitWriter();
    out.bits(8, BASELINE).bits(8, 0xC0).bits(8, level()).unsigned(0);
    out.unsigned(4).unsigned(2); // frame numbers of 8 bits, shown in the order they are coded
    out.unsigned(1).flag(false).unsigned(across - 1).unsigned(down - 1).flag(true).flag(true);
    int right = (across * Macroblock.SIZE - width) / 2;
    int bottom = (down * Macroblock.SIZE - height) / 2;
    out.flag(right + bottom > 0);
    if (right + bottom > 0) {
      out.unsigned(0).unsigned(right).unsigned(0).unsigned(bottom);
    }
    out.flag(true).flag(false).flag(false); // more about use, nothing of pixels or overscan
    out.flag(true).bits(3, 5).flag(false).flag(true); // the colours, in limited range
    out.bits(8, 6).bits(8, 6).bits(8, 6).flag(false); // BT.601
    out.flag(true).bits(32, 1).bits(32, 2L * framesPerSecond).flag(true);
    out.flag(false).flag(false).flag(false); // no buffer model
    out.flag(true).flag(true).unsigned(0).unsigned(0).unsigned(10).unsigned(10);
    out.unsigned(0).unsigned(1); // nothing is reordered, one frame is kept
    return unit(0x67, out);
  }

  private static byte[] pictureParameters() {
    BitWriter out = new BitWriter();
    out.unsigned(0).unsigned(0).flag(false).flag(false).unsigned(0).unsigned(0).unsigned(0);
    out.flag(false).bits(2, 0).signed(QUANTIZER - 26).signed(0).signed(0);
    out.flag(true).flag(false).flag(false); // slices say that they have no deblocking
    return unit(0x68, out);
  }

  private int level() {
    for (int[] level : LEVELS) {
      if (across * down <= level[2]
          && (long) across * down * framesPerSecond <= level[1]
          && Math.max(across, down) <= Math.sqrt(8.0 * level[2])) {
        return level[0];
      }
    }
    return LEVELS[LEVELS.length - 1][0];
  }
}
