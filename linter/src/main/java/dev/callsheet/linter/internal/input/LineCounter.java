package dev.callsheet.linter.internal.input;

import java.io.IOException;

/** Counts lines and columns while it moves forward through a source. */
public final class LineCounter {
  private final ByteSource source;
  private final byte[] block = new byte[1 << 16];
  private long position;
  private int line;
  private int column;
  private boolean afterCarriageReturn;

  /** Begins at a position whose line is known, and whose column is the first. */
  public LineCounter(ByteSource source, long position, int line) {
    this.source = source;
    this.position = position;
    this.line = line;
    this.column = 1;
  }

  /**
   * Moves on to a position, and returns its line and column. The position must not lie within a
   * character or a line break.
   */
  public StartPosition advance(long to) throws IOException {
    while (position < to) {
      int length = (int) Math.min(block.length, to - position);
      int read = source.read(position, block, 0, length);
      if (read <= 0) {
        break;
      }
      count(read);
      position += read;
    }
    finishCarriageReturn();
    return new StartPosition(line, column);
  }

  private void count(int length) {
    for (int i = 0; i < length; i++) {
      byte b = block[i];
      if (b == '\n') {
        afterCarriageReturn = false;
        nextLine();
        continue;
      }
      finishCarriageReturn();
      if (b == '\r') {
        afterCarriageReturn = true;
      } else if ((b & 0xC0) != 0x80) {
        column++;
      }
    }
  }

  private void finishCarriageReturn() {
    if (afterCarriageReturn) {
      afterCarriageReturn = false;
      nextLine();
    }
  }

  private void nextLine() {
    line++;
    column = 1;
  }
}
