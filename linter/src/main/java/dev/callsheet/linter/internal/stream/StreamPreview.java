package dev.callsheet.linter.internal.stream;

import dev.callsheet.linter.internal.input.DecodedText;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.util.Arrays;

/** The first bytes of a stream, as many as show whether its lines are JSON values of their own. */
public final class StreamPreview {
  private static final int MAX_PREVIEW_BYTES = 1 << 20;

  private final byte[] bytes;
  private final boolean complete;

  private StreamPreview(byte[] bytes, boolean complete) {
    this.bytes = bytes;
    this.complete = complete;
  }

  /** Reads enough to recognise the encoding. */
  public static StreamPreview readByteOrderMark(InputStream in) throws IOException {
    return new StreamPreview(in.readNBytes(3), false);
  }

  /** Reads until a second line begins, at most a megabyte. */
  public static StreamPreview read(InputStream in) throws IOException {
    byte[] bytes = new byte[1 << 13];
    int length = 0;
    while (length < MAX_PREVIEW_BYTES && secondLineStart(bytes, length) < 0) {
      if (length == bytes.length) {
        bytes = Arrays.copyOf(bytes, 2 * length);
      }
      int read = in.read(bytes, length, bytes.length - length);
      if (read < 0) {
        return new StreamPreview(Arrays.copyOf(bytes, length), true);
      }
      length += read;
    }
    return new StreamPreview(Arrays.copyOf(bytes, length), false);
  }

  /** Whether it begins with a byte order mark of UTF-16. */
  public boolean startsWithUtf16Mark() {
    return DecodedText.startsWithUtf16Mark(bytes);
  }

  /** Whether it begins with a byte order mark of UTF-8. */
  public boolean startsWithUtf8Mark() {
    return DecodedText.startsWithUtf8Mark(bytes);
  }

  /** The whole stream: the bytes read, then the rest. */
  public InputStream followedBy(InputStream in) {
    return complete
        ? new ByteArrayInputStream(bytes)
        : new SequenceInputStream(new ByteArrayInputStream(bytes), in);
  }

  /**
   * Whether the first line that is not blank holds an object or a list from its first bracket to
   * its last, and the next line begins with another: together, that cannot be one value.
   */
  public boolean looksLikeJsonLines() {
    int second = secondLineStart(bytes, bytes.length);
    if (second < 0) {
      return false;
    }
    int first = firstNonBlank(bytes, textStart(bytes, bytes.length), bytes.length);
    int last = lineEnd(bytes, first, bytes.length) - 1;
    while (isBlank(bytes[last])) {
      last--;
    }
    boolean whole =
        (bytes[first] == '{' && bytes[last] == '}') || (bytes[first] == '[' && bytes[last] == ']');
    return whole && (bytes[second] == '{' || bytes[second] == '[');
  }

  /** The first byte of the second line that is not blank; -1 when there is none. */
  private static int secondLineStart(byte[] bytes, int length) {
    int first = firstNonBlank(bytes, textStart(bytes, length), length);
    int second = firstNonBlank(bytes, lineEnd(bytes, first, length), length);
    return second < length ? second : -1;
  }

  private static int textStart(byte[] bytes, int length) {
    return length > 2 && DecodedText.startsWithUtf8Mark(bytes) ? 3 : 0;
  }

  private static int firstNonBlank(byte[] bytes, int from, int length) {
    int at = from;
    while (at < length && isBlank(bytes[at])) {
      at++;
    }
    return at;
  }

  private static int lineEnd(byte[] bytes, int from, int length) {
    int at = from;
    while (at < length && bytes[at] != '\n' && bytes[at] != '\r') {
      at++;
    }
    return at;
  }

  private static boolean isBlank(byte b) {
    return b == ' ' || b == '\t' || b == '\n' || b == '\r';
  }
}
