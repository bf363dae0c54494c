package dev.callsheet.sandbox.internal.codec;

import java.io.ByteArrayOutputStream;
import java.util.Arrays;

/**
 * A picture in JPEG: baseline, with all chroma. A block of 8 pixels is two by two cells, so its
 * cosine transform is a sum of four products. The Huffman codes are of two lengths: what a block of
 * one colour needs is a bit, all else is nine.
 */
public final class JpegWriter {
  private static final int BLOCK = 8;
  private static final int STEP = 6;
  private static final int LONG_CODE = 9;
  private static final int COMPONENTS = 3;
  private static final int SYMBOLS = 256;

  /** The lengths of differences between means. */
  private static final int MEAN_SYMBOLS = 12;

  /** The symbol for no more coefficients, and that for sixteen zeros. */
  private static final int END = 0x00;

  private static final int SIXTEEN_ZEROS = 0xF0;

  private static final int[] ZIGZAG = zigzag();

  /** The cosines of a frequency, summed over either cell. */
  private static final double[][] BASIS = basis();

  private final CellPicture picture;
  private final ByteArrayOutputStream file = new ByteArrayOutputStream();
  private final BitWriter bits = new BitWriter();
  private final int[] means = new int[COMPONENTS];

  private JpegWriter(CellPicture picture) {
    this.picture = picture;
  }

  /** The file of a picture. */
  public static byte[] write(CellPicture picture) {
    return new JpegWriter(picture).file();
  }

  private byte[] file() {
    bytes(0xFF, 0xD8);
    segment(0xE0, 'J', 'F', 'I', 'F', 0, 1, 1, 0, 0, 1, 0, 1, 0, 0);
    int[] steps = new int[1 + BLOCK * BLOCK];
    Arrays.fill(steps, 1, steps.length, STEP);
    segment(0xDB, steps);
    int width = picture.width();
    int height = picture.height();
    segment(
        0xC0,
        8,
        height >> 8,
        height,
        width >> 8,
        width,
        COMPONENTS,
        1,
        0x11,
        0,
        2,
        0x11,
        0,
        3,
        0x11,
        0);
    segment(0xC4, table(0x00, MEAN_SYMBOLS));
    segment(0xC4, table(0x10, SYMBOLS));
    segment(0xDA, COMPONENTS, 1, 0, 2, 0, 3, 0, 0, 63, 0);
    for (int row = 0; row < picture.rows(); row += 2) {
      for (int column = 0; column < picture.columns(); column += 2) {
        blocks(column, row);
      }
    }
    for (byte each : bits.align(1).toByteArray()) {
      file.write(each);
      if (each == (byte) 0xFF) {
        file.write(0);
      }
    }
    bytes(0xFF, 0xD9);
    return file.toByteArray();
  }

  /** A code of a bit for the symbol 0, and codes of nine bits for the others. */
  private static int[] table(int kind, int symbols) {
    int[] table = new int[17 + symbols];
    table[0] = kind;
    table[1] = 1;
    table[LONG_CODE] = symbols - 1;
    for (int symbol = 0; symbol < symbols; symbol++) {
      table[17 + symbol] = symbol;
    }
    return table;
  }

  private void symbol(int symbol) {
    if (symbol == 0) {
      bits.bits(1, 0);
    } else {
      bits.bits(LONG_CODE, 0x100 + symbol - 1);
    }
  }

  private void blocks(int column, int row) {
    int[] colours = {
      picture.colour(column, row),
      picture.colour(column + 1, row),
      picture.colour(column, row + 1),
      picture.colour(column + 1, row + 1)
    };
    boolean isPlain =
        colours[0] == colours[1] && colours[0] == colours[2] && colours[0] == colours[3];
    double[] cells = new double[4];
    for (int component = 0; component < COMPONENTS; component++) {
      for (int i = 0; i < 4; i++) {
        cells[i] = component(colours[i], component);
      }
      block(component, cells, isPlain);
    }
  }

  private static double component(int rgb, int component) {
    int r = (rgb >> 16) & 0xFF;
    int g = (rgb >> 8) & 0xFF;
    int b = rgb & 0xFF;
    return switch (component) {
      case 0 -> 0.299 * r + 0.587 * g + 0.114 * b - 128;
      case 1 -> -0.168736 * r - 0.331264 * g + 0.5 * b;
      default -> 0.5 * r - 0.418688 * g - 0.081312 * b;
    };
  }

  private void block(int component, double[] cells, boolean isPlain) {
    int mean = coefficient(cells, 0, 0);
    int difference = mean - means[component];
    means[component] = mean;
    int size = size(difference);
    symbol(size);
    magnitude(difference, size);
    int zeros = 0;
    for (int i = 1; i < ZIGZAG.length && !isPlain; i++) {
      int value = coefficient(cells, ZIGZAG[i] % BLOCK, ZIGZAG[i] / BLOCK);
      if (value == 0) {
        zeros++;
        continue;
      }
      for (; zeros >= 16; zeros -= 16) {
        symbol(SIXTEEN_ZEROS);
      }
      symbol((zeros << 4) | size(value));
      magnitude(value, size(value));
      zeros = 0;
    }
    if (isPlain || zeros > 0) {
      symbol(END);
    }
  }

  private static int coefficient(double[] cells, int u, int v) {
    double sum =
        BASIS[v][0] * (BASIS[u][0] * cells[0] + BASIS[u][1] * cells[1])
            + BASIS[v][1] * (BASIS[u][0] * cells[2] + BASIS[u][1] * cells[3]);
    return (int) Math.round(sum / STEP);
  }

  private static int size(int value) {
    return 32 - Integer.numberOfLeadingZeros(Math.abs(value));
  }

  private void magnitude(int value, int size) {
    bits.bits(size, value < 0 ? value + (1 << size) - 1 : value);
  }

  private void segment(int marker, int... content) {
    bytes(0xFF, marker, (content.length + 2) >> 8, content.length + 2);
    bytes(content);
  }

  private void bytes(int... values) {
    for (int value : values) {
      file.write(value);
    }
  }

  private static double[][] basis() {
    double[][] basis = new double[BLOCK][2];
    for (int frequency = 0; frequency < BLOCK; frequency++) {
      double scale = frequency == 0 ? Math.sqrt(1.0 / BLOCK) : Math.sqrt(2.0 / BLOCK);
      for (int x = 0; x < BLOCK; x++) {
        basis[frequency][x / CellPicture.CELL] +=
            scale * Math.cos((2 * x + 1) * frequency * Math.PI / (2 * BLOCK));
      }
    }
    return basis;
  }

  /** The numbers of coefficients, row by row, in the order of diagonals. */
  private static int[] zigzag() {
    int[] order = new int[BLOCK * BLOCK];
    int next = 0;
    for (int sum = 0; sum < 2 * BLOCK - 1; sum++) {
      for (int i = 0; i <= sum; i++) {
        int row = sum % 2 == 0 ? sum - i : i;
        int column = sum - row;
        if (row < BLOCK && column < BLOCK) {
          order[next++] = row * BLOCK + column;
        }
      }
    }
    return order;
  }
}
