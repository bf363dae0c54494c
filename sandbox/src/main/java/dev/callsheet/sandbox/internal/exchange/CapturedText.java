package dev.callsheet.sandbox.internal.exchange;

import dev.callsheet.sandbox.internal.ledger.ShortText;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CodingErrorAction;
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
    return text.flip() + rest(length - kept.position(), "bytes");
  }

  /** A text as far as it is kept. */
  static String shortened(String text) {
    String kept = ShortText.beginning(text, MOST);
    return kept.length() == text.length()
        ? text
        : kept + rest(text.length() - kept.length(), "characters");
  }

  private static String rest(long count, String unit) {
    return "\n… " + count + " more " + unit;
  }
}
