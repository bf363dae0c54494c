package dev.callsheet.sandbox.internal.codec;

import java.util.Arrays;
import java.util.List;

/**
 * The colours of a square of 16 pixels, as luma and two chromas by BT.601 with limited range: four
 * by four cells of luma, and of each chroma two by two cells of twice the size.
 */
final class Macroblock {
  /** How many cells it is wide and high. */
  static final int CELLS = 4;

  /** In pixels. */
  static final int SIZE = CELLS * CellPicture.CELL;

  private static final int CHROMAS = 2;

  final int[] luma = new int[CELLS * CELLS];
  final int[] blue = new int[CHROMAS * CHROMAS];
  final int[] red = new int[CHROMAS * CHROMAS];

  /** Takes the colours of the square that is so many squares from the left and from the top. */
  void read(CellPicture picture, int across, int down) {
    Arrays.fill(blue, 0);
    Arrays.fill(red, 0);
    for (int i = 0; i < luma.length; i++) {
      int rgb = picture.colour(across * CELLS + i % CELLS, down * CELLS + i / CELLS);
      int r = (rgb >> 16) & 0xFF;
      int g = (rgb >> 8) & 0xFF;
      int b = rgb & 0xFF;
      luma[i] = ((66 * r + 129 * g + 25 * b + 128) >> 8) + 16;
      int chroma = i / CELLS / 2 * CHROMAS + i % CELLS / 2;
      blue[chroma] += ((-38 * r - 74 * g + 112 * b + 128) >> 8) + 128;
      red[chroma] += ((112 * r - 94 * g - 18 * b + 128) >> 8) + 128;
    }
    for (int i = 0; i < blue.length; i++) {
      blue[i] = (blue[i] + 2) >> 2;
      red[i] = (red[i] + 2) >> 2;
    }
  }

  /** Whether one of the areas has a part of it. */
  static boolean isIn(List<CellArea> areas, int across, int down) {
    for (CellArea area : areas) {
      if (across * CELLS < area.endColumn()
          && (across + 1) * CELLS > area.column()
          && down * CELLS < area.endRow()
          && (down + 1) * CELLS > area.row()) {
        return true;
      }
    }
    return false;
  }

  /** How many of them it takes to cover that many pixels. */
  static int count(int pixels) {
    return (pixels + SIZE - 1) / SIZE;
  }
}
