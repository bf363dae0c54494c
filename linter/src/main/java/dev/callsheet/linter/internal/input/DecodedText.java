package dev.callsheet.linter.internal.input;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.NavigableSet;
import java.util.TreeSet;

/**
 * Text decoded from bytes, with the offsets of the bytes that are invalid.
 *
 * @param text with U+FFFD for each invalid byte sequence
 * @param charset the encoding
 * @param hasByteOrderMark whether there is a byte order mark, which is not part of the text
 * @param invalidOffsets the offsets of those U+FFFD
 */
public record DecodedText(
    String text, Charset charset, boolean hasByteOrderMark, NavigableSet<Integer> invalidOffsets) {

  /** Reads UTF-8, with or without a byte order mark, or UTF-16 with one. */
  public static DecodedText of(byte[] content) {
    if (startsWithUtf16Mark(content)) {
      boolean bigEndian = content[0] == (byte) 0xFE;
      return decode(content, 2, bigEndian ? StandardCharsets.UTF_16BE : StandardCharsets.UTF_16LE);
    }
    return decode(content, startsWithUtf8Mark(content) ? 3 : 0, StandardCharsets.UTF_8);
  }

  /** Encodes another text in the same encoding, with the same byte order mark. */
  public byte[] encode(String other) {
    return ((hasByteOrderMark ? "\uFEFF" : "") + other).getBytes(charset);
  }

  /** Whether the bytes begin with the two of UTF-16's byte order mark, in either order. */
  public static boolean startsWithUtf16Mark(byte[] content) {
    int mark = content.length > 1 ? (content[0] & 0xFF) << 8 | (content[1] & 0xFF) : 0;
    return mark == 0xFEFF || mark == 0xFFFE;
  }

  /** Whether the bytes begin with the three of UTF-8's byte order mark. */
  public static boolean startsWithUtf8Mark(byte[] content) {
    return content.length > 2
        && content[0] == (byte) 0xEF
        && content[1] == (byte) 0xBB
        && content[2] == (byte) 0xBF;
  }

  /** Reads UTF-8 without a byte order mark. */
  public static DecodedText ofUtf8(byte[] content) {
    return decode(content, 0, StandardCharsets.UTF_8);
  }

  private static DecodedText decode(byte[] content, int from, Charset charset) {
    // A string made at once is made several times as fast; it has a U+FFFD where bytes are invalid.
    String text = new String(content, from, content.length - from, charset);
    return text.indexOf('\uFFFD') < 0
        ? new DecodedText(text, charset, from > 0, Collections.emptyNavigableSet())
        : decodeWithOffsets(content, from, charset);
  }

  private static DecodedText decodeWithOffsets(byte[] content, int from, Charset charset) {
    CharsetDecoder decoder =
        charset
            .newDecoder()
            .onMalformedInput(CodingErrorAction.REPORT)
            .onUnmappableCharacter(CodingErrorAction.REPORT);
    ByteBuffer in = ByteBuffer.wrap(content, from, content.length - from);
    // Every byte gives at most one char, valid or not.
    CharBuffer out = CharBuffer.allocate(in.remaining());
    NavigableSet<Integer> faults = new TreeSet<>();
    CoderResult result = decoder.decode(in, out, true);
    while (result.isError()) {
      faults.add(out.position());
      out.put('\uFFFD');
      in.position(in.position() + result.length());
      result = decoder.decode(in, out, true);
    }
    return new DecodedText(out.flip().toString(), charset, from > 0, faults);
  }
}
