package dev.callsheet.runtime.internal.journal;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Reads the lines of a file, and of one that is too long its beginning only. */
public final class LineReader {
  /** A line as it stands in the file. */
  public static final class Line {
    private final int number;
    private final long offset;
    private final long length;
    private final byte[] content;

    private Line(int number, long offset, long length, byte[] content) {
      this.number = number;
      this.offset = offset;
      this.length = length;
      this.content = content;
    }

    /** From 1. */
    public int number() {
      return number;
    }

    /** Where it begins. */
    public long offset() {
      return offset;
    }

    /** In bytes, with the line break. */
    public long length() {
      return length;
    }

    /** Where the next one begins. */
    public long end() {
      return offset + length;
    }

    /** What stands before the line break; the beginning of it, where the line is too long. */
    public byte[] content() {
      return content;
    }

    boolean isTooLong() {
      return content.length < length - 1;
    }
  }

  /** As much as is kept of a line that is none of ours: enough to say what it may have been. */
  static final int MAX_FOREIGN_LENGTH = 1024;

  private static final byte[] ENTRY_START = "{\"".getBytes(StandardCharsets.US_ASCII);

  private final InputStream in;
  private int number;
  private long offset;

  /** Reads from the beginning of a file. */
  public LineReader(InputStream file) {
    this.in = new BufferedInputStream(file, 1 << 16);
  }

  /**
   * The first line; null when there is none, it does not end, or it is longer than that: then no
   * more of the file is read.
   */
  public @Nullable Line first(int maxLength) throws IOException {
    var content = new ByteArrayOutputStream(256);
    for (var b = in.read(); b >= 0 && content.size() <= maxLength; b = in.read()) {
      if (b == '\n') {
        return line(content, content.size() + 1L);
      }
      content.write(b);
    }
    return null;
  }

  /**
   * The next line; null when there is none, or it does not end. Of one that does not begin as a
   * JSON object does, such as the zeros that a crash of the machine leaves, only the beginning is
   * kept, however long it is.
   *
   * @param maxLength how much of it is kept at most
   */
  public @Nullable Line next(int maxLength) throws IOException {
    var content = new ByteArrayOutputStream(MAX_FOREIGN_LENGTH);
    var length = 0L;
    var limit = maxLength;
    for (var b = in.read(); b >= 0; b = in.read()) {
      length++;
      if (b == '\n') {
        return line(content, length);
      }
      if (content.size() < limit) {
        content.write(b);
      }
      if (length == MAX_FOREIGN_LENGTH && !startsAsEntry(content)) {
        limit = Math.min(limit, MAX_FOREIGN_LENGTH);
      }
    }
    return null;
  }

  private static boolean startsAsEntry(ByteArrayOutputStream content) {
    return Arrays.equals(
        content.toByteArray(), 0, ENTRY_START.length, ENTRY_START, 0, ENTRY_START.length);
  }

  private Line line(ByteArrayOutputStream content, long length) {
    number++;
    var line = new Line(number, offset, length, content.toByteArray());
    offset += length;
    return line;
  }
}
