package dev.callsheet.sandbox.internal.codec;

/**
 * A rectangle of cells.
 *
 * @param column of its leftmost cells, from 0
 * @param row of its topmost cells, from 0
 * @param columns how many cells wide it is
 * @param rows how many cells high it is
 */
public record CellArea(int column, int row, int columns, int rows) {
  /** The column behind its last. */
  public int endColumn() {
    return column + columns;
  }

  /** The row below its last. */
  public int endRow() {
    return row + rows;
  }
}
