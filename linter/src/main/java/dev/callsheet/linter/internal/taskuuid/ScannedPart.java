package dev.callsheet.linter.internal.taskuuid;

import dev.callsheet.linter.internal.input.ByteSource;
import dev.callsheet.linter.internal.input.ByteSourceInputStream;
import dev.callsheet.linter.internal.taskuuid.TaskUuidReader.Tasks;
import java.io.IOException;
import java.util.List;

/** What is looked at of an input at once: some of its lines, or a document. */
sealed interface ScannedPart {
  /** The tasks between two offsets, of a document or of a line. */
  Tasks tasks(long from, long to) throws IOException;

  /** The line of a region, where lines are documents; else 0. */
  int line(long index);

  /**
   * Which task of the document or of the line's list it is; -1 where there is no list.
   *
   * @param item which task of the list in the region it is; -1 when that holds none
   */
  int item(long index, int item);

  /**
   * Notes a place as one number, so that it can be found again.
   *
   * @param from where its task or its line begins
   * @param offset of the place
   * @param index of the region that it is in
   */
  long place(long from, long offset, long index);

  /**
   * Lines in memory, which are gone when the next ones are read: a place is a line and a column.
   */
  final class Lines implements ScannedPart {
    private final byte[] bytes;
    private final long firstLine;

    Lines(byte[] bytes, long firstLine) {
      this.bytes = bytes;
      this.firstLine = firstLine;
    }

    @Override
    public Tasks tasks(long from, long to) {
      return TaskUuidReader.read(bytes, (int) from, (int) to, from);
    }

    @Override
    public int line(long index) {
      return Math.toIntExact(firstLine + index);
    }

    @Override
    public int item(long index, int item) {
      return item;
    }

    @Override
    public long place(long from, long offset, long index) {
      int column = 1;
      for (int i = (int) from; i < offset; i++) {
        column += (bytes[i] & 0xC0) == 0x80 ? 0 : 1;
      }
      return FirstUses.key(line(index), column);
    }
  }

  /** A document at random access, whose regions are its tasks: a place is an offset. */
  record Document(ByteSource source) implements ScannedPart {
    /** A larger task is not looked into, in bytes. */
    private static final int MAX_TASK_BYTES = 1 << 25;

    @Override
    public Tasks tasks(long from, long to) throws IOException {
      if (to - from > MAX_TASK_BYTES) {
        return new Tasks(1, List.of());
      }
      byte[] bytes = new ByteSourceInputStream(source, from, to).readAllBytes();
      return bytes.length > 0 && bytes[0] == '{'
          ? TaskUuidReader.read(bytes, 0, bytes.length, from)
          : new Tasks(1, List.of());
    }

    @Override
    public int line(long index) {
      return 0;
    }

    @Override
    public int item(long index, int item) {
      return (int) index;
    }

    @Override
    public long place(long from, long offset, long index) {
      return offset;
    }
  }

  /** A document in memory that is one region, whatever it holds: a place is an offset. */
  final class WholeDocument implements ScannedPart {
    private final byte[] bytes;

    WholeDocument(byte[] bytes) {
      this.bytes = bytes;
    }

    @Override
    public Tasks tasks(long from, long to) {
      return TaskUuidReader.read(bytes, (int) from, (int) to, from);
    }

    @Override
    public int line(long index) {
      return 0;
    }

    @Override
    public int item(long index, int item) {
      return item;
    }

    @Override
    public long place(long from, long offset, long index) {
      return offset;
    }
  }
}
