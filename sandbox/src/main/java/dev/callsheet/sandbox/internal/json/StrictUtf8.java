package dev.callsheet.sandbox.internal.json;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * Text as it is sent over the network: UTF-8 and nothing else. Parsers of JSON take more, such as
 * characters in longer forms than theirs, by which a check of the bytes can be passed.
 */
public final class StrictUtf8 {
  private StrictUtf8() {}

  /** The text of these bytes; empty where they are none. */
  public static Optional<String> decode(byte[] bytes) {
    try {
      return Optional.of(
          StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString());
    } catch (CharacterCodingException e) {
      return Optional.empty();
    }
  }
}
