package dev.callsheet.sandbox.internal.exchange;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/** The beginning of a body that goes by. */
final class CapturedText {
  private static final int MOST = 64 << 10;

  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
  private long length;

  /** Keeps what has come, as far as there is room; the buffer is left as it is. */
  synchronized void add(ByteBuffer part) {
    length += part.remaining();
    byte[] copy = new byte[Math.min(part.remaining(), MOST - bytes.size())];
    part.slice().get(copy);
    bytes.writeBytes(copy);
  }

  /** What was kept, with a line that says how much was not. */
  synchronized String text() {
    String text = bytes.toString(StandardCharsets.UTF_8);
    return length > bytes.size() ? text + rest(length - bytes.size(), "bytes") : text;
  }

  /** A text as far as it is kept. */
  static String shortened(String text) {
    return text.length() <= MOST
        ? text
        : text.substring(0, MOST) + rest(text.length() - MOST, "characters");
  }

  private static String rest(long count, String unit) {
    return "\n… " + count + " more " + unit;
  }
}
