package dev.callsheet.spec.lint;

import dev.callsheet.spec.lint.scan.Feed;
import java.io.IOException;

/** Counts lines and columns on its way through a feed; it never goes back. */
final class LineCounter {
  private final Feed feed;
  private final byte[] block = new byte[1 << 16];
  private long position;
  private int line;
  private int column;
  private boolean afterReturn;

  /** Begins at a position whose line is known, and whose column is the first. */
  LineCounter(Feed feed, long position, int line) {
    this.feed = feed;
    this.position = position;
    this.line = line;
    this.column = 1;
  }

  /**
   * Goes on to a position, and says where that is. Must not end between the two characters of a
   * line break, nor between the bytes of any other.
   */
  Origin advance(long to) throws IOException {
    while (position < to) {
      int length = (int) Math.min(block.length, to - position);
      int read = feed.read(position, block, 0, length);
      if (read <= 0) {
        break;
      }
      count(read);
      position += read;
    }
    endReturn();
    return new Origin(line, column);
  }

  private void count(int length) {
    for (int i = 0; i < length; i++) {
      byte b = block[i];
      if (b == '\n') {
        afterReturn = false;
        nextLine();
        continue;
      }
      endReturn();
      if (b == '\r') {
        afterReturn = true;
      } else if ((b & 0xC0) != 0x80) {
        column++;
      }
    }
  }

  private void endReturn() {
    if (afterReturn) {
      afterReturn = false;
      nextLine();
    }
  }

  private void nextLine() {
    line++;
    column = 1;
  }
}
