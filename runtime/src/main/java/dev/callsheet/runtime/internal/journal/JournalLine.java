package dev.callsheet.runtime.internal.journal;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.Optional;
import java.util.zip.CRC32C;

/**
 * One line of a file: a JSON object whose last property, {@code crc}, is the CRC-32C of all that
 * stands before it. What was half written when a process died does not pass for a line.
 */
public final class JournalLine {
  private static final String BEFORE = ",\"crc\":\"";
  private static final String AFTER = "\"}";
  private static final int CRC = 8;
  private static final int TAIL = BEFORE.length() + CRC + AFTER.length();

  private JournalLine() {}

  /** The line, with its line break. */
  public static byte[] encode(String json) {
    var content = json.substring(0, json.length() - 1).getBytes(StandardCharsets.UTF_8);
    var tail =
        (BEFORE + crc(content, content.length) + AFTER + "\n").getBytes(StandardCharsets.US_ASCII);
    var line = new byte[content.length + tail.length];
    System.arraycopy(content, 0, line, 0, content.length);
    System.arraycopy(tail, 0, line, content.length, tail.length);
    return line;
  }

  /** The JSON object of a line without its line break; empty when the line is damaged. */
  public static Optional<String> decode(byte[] line) {
    var content = line.length - TAIL;
    if (content < 1) {
      return Optional.empty();
    }
    var tail = new String(line, content, TAIL, StandardCharsets.ISO_8859_1);
    return tail.equals(BEFORE + crc(line, content) + AFTER)
        ? Optional.of(new String(line, 0, content, StandardCharsets.UTF_8) + "}")
        : Optional.empty();
  }

  private static String crc(byte[] bytes, int length) {
    var crc = new CRC32C();
    crc.update(bytes, 0, length);
    return HexFormat.of().toHexDigits((int) crc.getValue());
  }
}
