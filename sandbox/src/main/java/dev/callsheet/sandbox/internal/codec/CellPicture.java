package dev.callsheet.sandbox.internal.codec;

import java.util.Arrays;

/** A picture of square cells, each of one colour; the last of a row or column may be cut off. */
public final class CellPicture {
  /** How many pixels a cell is wide and high: as a block of the transforms in H.264 and VP8. */
  public static final int CELL = 4;

  private final int width;
  private final int height;
  private final int columns;
  private final int rows;
  private final int[] colours;

  /**
   * A black picture.
   *
   * @param width in pixels, at least 1
   * @param height in pixels, at least 1
   */
  public CellPicture(int width, int height) {
    this.width = width;
    this.height = height;
    this.columns = (width + CELL - 1) / CELL;
    this.rows = (height + CELL - 1) / CELL;
    this.colours = new int[columns * rows];
  }

  /** In pixels. */
  public int width() {
    return width;
  }

  /** In pixels. */
  public int height() {
    return height;
  }

  /** How many cells are in a row. */
  public int columns() {
    return columns;
  }

  /** How many cells are in a column. */
  public int rows() {
    return rows;
  }

  /** All of it. */
  public CellArea area() {
    return new CellArea(0, 0, columns, rows);
  }

  /** The colour of a cell as {@code 0xRRGGBB}; beyond the edge, of the last one before it. */
  public int colour(int column, int row) {
    return colours[Math.min(row, rows - 1) * columns + Math.min(column, columns - 1)];
  }

  /** Colours the part of an area that is in the picture. */
  public void fill(CellArea area, int colour) {
    int from = Math.max(0, area.column());
    int to = Math.min(columns, area.endColumn());
    if (from < to) {
      for (int row = Math.max(0, area.row()); row < Math.min(rows, area.endRow()); row++) {
        Arrays.fill(colours, row * columns + from, row * columns + to, colour);
      }
    }
  }
}
