package dev.callsheet.linter.internal.stream;

import dev.callsheet.linter.internal.input.ByteSource;
import dev.callsheet.linter.internal.input.ByteSourceInputStream;
import dev.callsheet.linter.internal.json.JsonDocumentReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.TokenStreamLocation;

/** Finds the first syntax error of a document that is too large to hold in memory. */
final class JsonSyntaxErrorSearch {
  private final ByteSource source;
  private final long from;
  private final long to;

  /** The brackets that are open, by their offsets in characters; those of lists are negative. */
  private final Deque<Long> openBrackets = new ArrayDeque<>();

  JsonSyntaxErrorSearch(ByteSource source, long from, long to) {
    this.source = source;
    this.from = from;
    this.to = to;
  }

  /** The first syntax error; null when the document is JSON. */
  @Nullable JsonSyntaxError find() throws IOException {
    long fault = firstInvalidUtf8();
    if (fault >= 0) {
      return new JsonSyntaxError(fault, "the bytes here are not valid UTF-8", null, -1, "");
    }
    Reader reader =
        new InputStreamReader(new ByteSourceInputStream(source, from, to), StandardCharsets.UTF_8);
    try (JsonParser parser =
        JsonDocumentReader.FACTORY.createParser(ObjectReadContext.empty(), reader)) {
      try {
        return find(parser);
      } catch (JacksonException e) {
        TokenStreamLocation place = e.getLocation();
        long at = (place == null ? parser.currentLocation() : place).getCharOffset();
        return syntaxError(Math.max(at, 0), "", e);
      }
    }
  }

  private @Nullable JsonSyntaxError find(JsonParser parser) throws IOException {
    if (parser.nextToken() == null) {
      String nothing = "there is nothing here; a task, or a list of tasks, is expected";
      return new JsonSyntaxError(from, nothing, null, -1, "");
    }
    do {
      if (!acceptToken(parser)) {
        return syntaxError(charOffset(parser), "the exponent of this number is too large", null);
      }
    } while (!openBrackets.isEmpty() && parser.nextToken() != null);
    if (parser.nextToken() != null) {
      return syntaxError(charOffset(parser), "something follows the end of the first value", null);
    }
    return null;
  }

  /** Takes in a token; false when it is a number that cannot be read. */
  private boolean acceptToken(JsonParser parser) {
    JsonToken token = parser.currentToken();
    if (token.isStructStart()) {
      openBrackets.push(token == JsonToken.START_OBJECT ? charOffset(parser) : ~charOffset(parser));
    } else if (token.isStructEnd()) {
      openBrackets.pop();
    } else if (token == JsonToken.VALUE_NUMBER_FLOAT) {
      try {
        parser.getDecimalValue();
      } catch (NumberFormatException e) {
        return false;
      }
    }
    return true;
  }

  private JsonSyntaxError syntaxError(long offset, String reason, @Nullable JacksonException e)
      throws IOException {
    if (openBrackets.isEmpty()) {
      return new JsonSyntaxError(bytePosition(offset), reason, e, -1, "");
    }
    long bracket = openBrackets.element();
    String kind = bracket < 0 ? "the list" : "the object";
    return new JsonSyntaxError(
        bytePosition(offset), reason, e, bytePosition(bracket < 0 ? ~bracket : bracket), kind);
  }

  private static long charOffset(JsonParser parser) {
    return parser.currentTokenLocation().getCharOffset();
  }

  /** Where in the source the character at that offset begins. */
  private long bytePosition(long offset) throws IOException {
    byte[] block = new byte[1 << 16];
    long position = from;
    long chars = 0;
    while (position < to) {
      int read = source.read(position, block, 0, (int) Math.min(block.length, to - position));
      for (int i = 0; i < read; i++) {
        int b = block[i] & 0xFF;
        if ((b & 0xC0) != 0x80) {
          if (chars >= offset) {
            return position + i;
          }
          chars += b >= 0xF0 ? 2 : 1;
        }
      }
      position += Math.max(read, 1);
    }
    return to;
  }

  /** The position of the first bytes that are not UTF-8; negative when all are. */
  private long firstInvalidUtf8() throws IOException {
    CharsetDecoder decoder = StandardCharsets.UTF_8.newDecoder();
    ByteBuffer bytes = ByteBuffer.allocate(1 << 16);
    CharBuffer chars = CharBuffer.allocate(1 << 16);
    long position = from;
    boolean last = false;
    while (!last) {
      int room = (int) Math.min(bytes.remaining(), to - position - bytes.position());
      int read = source.read(position + bytes.position(), bytes.array(), bytes.position(), room);
      bytes.position(bytes.position() + Math.max(read, 0));
      last = position + bytes.position() >= to || read <= 0;
      bytes.flip();
      CoderResult result = decoder.decode(bytes, chars.clear(), last);
      position += bytes.position();
      if (result.isError()) {
        return position;
      }
      bytes.compact();
    }
    return -1;
  }
}
