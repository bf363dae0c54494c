package dev.callsheet.sandbox.internal.exchange;

import dev.callsheet.sandbox.internal.ledger.ShortText;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;

/** The beginning of a body that goes by, and the tasks that are named in the rest of it. */
final class CapturedText {
  private static final int MOST = 64 << 10;

  /** A name may begin in what is kept, and end behind it. */
  private static final int OVERLAP = 400;

  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
  private final TaskNames rest = new TaskNames();
  private long length;

  /** Keeps what has come, as far as there is room; the buffer is left as it is. */
  synchronized void add(ByteBuffer part) {
    length += part.remaining();
    boolean wasFull = bytes.size() == MOST;
    byte[] copy = new byte[Math.min(part.remaining(), MOST - bytes.size())];
    ByteBuffer remaining = part.slice();
    remaining.get(copy);
    bytes.writeBytes(copy);
    if (bytes.size() == MOST) {
      if (!wasFull) {
        rest.read(ByteBuffer.wrap(bytes.toByteArray(), MOST - OVERLAP, OVERLAP));
      }
      rest.read(remaining);
    }
  }

  /** The tasks that are named in what is not kept, as {@link TaskNames#found} has them. */
  synchronized long[] namedBeyond() {
    return rest.found();
  }

  /** The same of a text that is kept no further than its {@link #shortened} form. */
  static long[] namedBeyond(String text) {
    TaskNames names = new TaskNames();
    if (text.length() > MOST) {
      names.read(text.substring(MOST - OVERLAP));
    }
    return names.found();
  }

  /** What was kept, with a line that says how much was not; no character is cut in two. */
  synchronized String text() {
    if (length <= bytes.size()) {
      return bytes.toString(StandardCharsets.UTF_8);
    }
    ByteBuffer kept = ByteBuffer.wrap(bytes.toByteArray());
    CharBuffer text = CharBuffer.allocate(kept.remaining());
    StandardCharsets.UTF_8
        .newDecoder()
        .onMalformedInput(CodingErrorAction.REPLACE)
        .decode(kept, text, false); // leaves the bytes of a character that is not whole
    return text.flip() + more(length - kept.position(), "bytes");
  }

  /** A text as far as it is kept. */
  static String shortened(String text) {
    String kept = ShortText.beginning(text, MOST);
    return kept.length() == text.length()
        ? text
        : kept + more(text.length() - kept.length(), "characters");
  }

  private static String more(long count, String unit) {
    return "\n… " + count + " more " + unit;
  }
}
