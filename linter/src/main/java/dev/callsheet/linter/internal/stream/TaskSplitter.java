package dev.callsheet.linter.internal.stream;

import dev.callsheet.linter.internal.input.ByteSource;
import dev.callsheet.linter.internal.scan.FlaggedRegions;
import java.io.IOException;

/**
 * Finds the tasks of a document that is known to be JSON, by its brackets, commas and quotes alone.
 * Takes a block of memory, however large the document is.
 */
final class TaskSplitter {
  private static final int BLOCK_BYTES = 1 << 16;
  private static final long NONE = -1;

  private final FlaggedRegions tasks = new FlaggedRegions();
  private int depth;
  private int taskDepth = -1;
  private boolean inString;
  private boolean afterBackslash;
  private long index;
  private long start = NONE;
  private long end;

  private TaskSplitter() {}

  /** Flags every task between two positions, or the one task that stands there. */
  static FlaggedRegions split(ByteSource source, long from, long to) throws IOException {
    TaskSplitter splitter = new TaskSplitter();
    byte[] block = new byte[BLOCK_BYTES];
    long position = from;
    while (position < to) {
      int read = source.read(position, block, 0, (int) Math.min(block.length, to - position));
      if (read <= 0) {
        throw new IOException("the file became shorter while it was read");
      }
      for (int i = 0; i < read; i++) {
        splitter.accept(block[i], position + i);
      }
      position += read;
    }
    splitter.endTask();
    return splitter.tasks;
  }

  private void accept(byte b, long position) {
    if (inString) {
      end = position + 1;
      inString = afterBackslash || b != '"';
      afterBackslash = !afterBackslash && b == '\\';
    } else if (b != ' ' && b != '\t' && b != '\n' && b != '\r') {
      acceptToken(b, position);
    }
  }

  private void acceptToken(byte b, long position) {
    if (taskDepth < 0) {
      taskDepth = b == '[' ? 1 : 0;
      if (taskDepth == 1) {
        depth = 1;
        tasks.markAsList();
        return;
      }
    }
    if (depth == taskDepth && (b == ',' || b == ']')) {
      endTask();
      return;
    }
    start = start == NONE ? position : start;
    end = position + 1;
    inString = b == '"';
    if (b == '{' || b == '[') {
      depth++;
    } else if (b == '}' || b == ']') {
      depth--;
    }
  }

  private void endTask() {
    if (start != NONE) {
      tasks.add(start, end, index++);
      start = NONE;
    }
  }
}
