package dev.callsheet.sandbox.internal.codec;

/**
 * What a decoder has of one colour component: a value for each cell, and the prediction of a block
 * from the cells above and to the left of it.
 */
final class CellPlane {
  private static final int MIDDLE = 128;

  private final int columns;
  private final int[] values;

  CellPlane(int columns, int rows) {
    this.columns = columns;
    this.values = new int[columns * rows];
  }

  int get(int column, int row) {
    return values[row * columns + column];
  }

  /** Sets a cell to a value, as near as a byte comes to it. */
  void set(int column, int row, int value) {
    values[row * columns + column] = Math.max(0, Math.min(255, value));
  }

  /** The mean of the cells above and to the left of a block, as all formats round it. */
  int mean(int column, int row, int size) {
    int sum = 0;
    int count = 0;
    if (row > 0) {
      sum += sumAbove(column, row, size);
      count += size;
    }
    if (column > 0) {
      sum += sumLeft(column, row, size);
      count += size;
    }
    return count == 0 ? MIDDLE : (2 * sum + count) / (2 * count);
  }

  private int sumAbove(int column, int row, int size) {
    int sum = 0;
    for (int i = 0; i < size; i++) {
      sum += get(column + i, row - 1);
    }
    return sum;
  }

  private int sumLeft(int column, int row, int size) {
    int sum = 0;
    for (int i = 0; i < size; i++) {
      sum += get(column - 1, row + i);
    }
    return sum;
  }

  /**
   * What H.264 predicts a cell of a chroma block of two by two from: the mean of both neighbours on
   * the diagonal, and only the one that touches it elsewhere, where there is one.
   */
  int chromaMean(int column, int row, int index) {
    int x = column + index % 2;
    int y = row + index / 2;
    boolean hasAbove = row > 0;
    boolean hasLeft = column > 0;
    if (!hasAbove && !hasLeft) {
      return MIDDLE;
    }
    int above = hasAbove ? get(x, row - 1) : get(column - 1, y);
    int left = hasLeft ? get(column - 1, y) : above;
    return switch (index) {
      case 1 -> above;
      case 2 -> left;
      default -> (above + left + 1) >> 1;
    };
  }
}
