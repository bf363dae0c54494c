package dev.callsheet.linter.internal.fastpath;

import dev.callsheet.linter.internal.input.ByteSource;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Reads JSON from bytes in UTF-8, token by token. It takes nothing for right that a strict parser
 * would not, and holds no more of a feed than a window. Whatever it is not sure of ends in {@link
 * FastPathBailout}.
 */
final class JsonScanner {
  /** What {@link #peekAfterWhitespace} says at the end. */
  static final int END = -1;

  /** In code points. */
  private static final int MAX_NAME_LENGTH = 50_000;

  private static final int WINDOW_BYTES = 1 << 17;

  /** A string of so many bytes is not kept, where bytes come from a feed. */
  private static final int MAX_KEPT_STRING_BYTES = WINDOW_BYTES / 2;

  /** Two escapes can stand for one character. */
  private static final int MAX_ESCAPE_BYTES = 12;

  /** More than the longest number and its neighbours. */
  private static final int LOOKAHEAD_BYTES = 2048;

  private static final JsonMapper VALUES =
      JsonMapper.builder().enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS).build();

  byte[] bytes;
  int position;
  private int limit;
  private long windowOffset;
  private int mark = -1;
  private final long end;
  private final @Nullable ByteSource source;
  private final boolean oneLine;
  private final NumberToken number = new NumberToken();

  /** Reads bytes that are all there; white space that breaks a line counts as such, or does not. */
  JsonScanner(byte[] bytes, int from, int to, boolean oneLine) {
    this.bytes = bytes;
    this.position = from;
    this.limit = to;
    this.end = to;
    this.source = null;
    this.oneLine = oneLine;
  }

  /** Reads a part of a feed. */
  JsonScanner(ByteSource feed, long from, long to) {
    this.bytes = new byte[WINDOW_BYTES];
    this.windowOffset = from;
    this.end = to;
    this.source = feed;
    this.oneLine = false;
  }

  /** Where the next byte stands. */
  long offset() {
    return windowOffset + position;
  }

  /** The value between there and here; null when too much has come in to have it still. */
  @Nullable JsonNode valueSince(long start) {
    if (start < windowOffset) {
      return null;
    }
    int from = (int) (start - windowOffset);
    return VALUES.readTree(bytes, from, position - from);
  }

  /** Goes to where it has been, or anywhere else. */
  void seek(long offset) {
    mark = -1;
    if (offset >= windowOffset && offset <= windowOffset + limit) {
      position = (int) (offset - windowOffset);
    } else {
      windowOffset = offset;
      position = 0;
      limit = 0;
    }
  }

  /** Passes white space, and says what comes then. */
  int peekAfterWhitespace() {
    while (true) {
      if (position == limit && !fill()) {
        return END;
      }
      int b = bytes[position];
      if (b == ' ' || b == '\t' || (!oneLine && (b == '\n' || b == '\r'))) {
        position++;
      } else {
        return b & 0xFF;
      }
    }
  }

  /** Passes white space and this one byte. */
  void expect(int wanted) {
    if (peekAfterWhitespace() != wanted) {
      throw new FastPathBailout();
    }
    position++;
  }

  /** Passes the comma before another member or item, or the bracket that ends them. */
  boolean consumeSeparator(int bracket) {
    int next = peekAfterWhitespace();
    if (next != ',' && next != bracket) {
      throw new FastPathBailout();
    }
    position++;
    return next == ',';
  }

  /** Passes a literal that has begun. */
  void readLiteral(String word) {
    lookAhead();
    if (limit - position < word.length()) {
      throw new FastPathBailout();
    }
    for (int i = 0; i < word.length(); i++) {
      if (bytes[position++] != word.charAt(i)) {
        throw new FastPathBailout();
      }
    }
  }

  /** Passes a number that has begun. */
  NumberToken readNumber() {
    if (position == limit) {
      throw new FastPathBailout();
    }
    lookAhead();
    position = number.read(bytes, position, limit);
    return number;
  }

  /** Passes white space and this text, if it comes next, and says whether it did. */
  boolean consumeIfNext(Utf8Name text) {
    if (peekAfterWhitespace() == END
        || limit - position < text.length()
        || !text.isAt(bytes, position)) {
      return false;
    }
    position += text.length();
    return true;
  }

  /** Passes a member's name and its colon, and says which one of the known names it is. */
  int readName(Utf8NameTable known, StringToken text) {
    if (peekAfterWhitespace() != '"') {
      throw new FastPathBailout();
    }
    readString(text);
    if (text.length > MAX_NAME_LENGTH) {
      throw new FastPathBailout();
    }
    int found = known.find(text);
    expect(':');
    return found;
  }

  /** Passes a string that has begun. */
  void readString(StringToken text) {
    mark = position;
    int i = position + 1;
    int behind = 0;
    boolean escaped = false;
    boolean numbered = false;
    while (true) {
      i = SwarBytes.indexOfSpecial(bytes, i, limit);
      if (limit - i < MAX_ESCAPE_BYTES && source != null) {
        if (isTooLongToKeep()) {
          readLongString(text);
          return;
        }
        i = fillTo(i, MAX_ESCAPE_BYTES);
      }
      if (i == limit) {
        throw new FastPathBailout();
      }
      int b = bytes[i];
      if (b == '"') {
        break;
      } else if (b == '\\') {
        int length = escapeLength(i);
        escaped = true;
        numbered |= length > 2;
        i += length;
        behind += length - 1;
      } else if (b < 0) {
        int length = characterLength(i, b);
        i += length;
        behind += length - 1;
      } else if (b < ' ') {
        throw new FastPathBailout();
      } else {
        i++;
      }
    }
    text.bytes = bytes;
    text.from = mark + 1;
    text.to = i;
    text.length = (long) i - mark - 1 - behind;
    text.hasEscapes = escaped;
    text.hasUnicodeEscapes = numbered;
    text.longString = null;
    position = i + 1;
    mark = -1;
  }

  /** How many bytes the character takes that stands there and begins with that one. */
  private int characterLength(int i, int first) {
    int length = Utf8Decoder.sequenceLength(first);
    if (length == 0 || limit - i < length || Utf8Decoder.decode(bytes, i, length) < 0) {
      throw new FastPathBailout();
    }
    return length;
  }

  /** How many bytes the escape, or the pair of escapes for one character, takes. */
  private int escapeLength(int i) {
    if (limit - i < 2) {
      throw new FastPathBailout();
    }
    if (bytes[i + 1] != 'u') {
      StringToken.unescape(bytes[i + 1]);
      return 2;
    }
    boolean pair =
        Character.isHighSurrogate(codeUnit(i))
            && limit - i >= 12
            && bytes[i + 6] == '\\'
            && bytes[i + 7] == 'u'
            && Character.isLowSurrogate(codeUnit(i + 6));
    return pair ? 12 : 6;
  }

  private char codeUnit(int escape) {
    if (limit - escape < 6) {
      throw new FastPathBailout();
    }
    int unit = 0;
    for (int i = escape + 2; i < escape + 6; i++) {
      int digit = Character.digit(bytes[i], 16);
      if (digit < 0) {
        throw new FastPathBailout();
      }
      unit = unit << 4 | digit;
    }
    return (char) unit;
  }

  /** Whether the string that begins at the mark is too long to be kept until its end comes. */
  private boolean isTooLongToKeep() {
    return source != null && limit - mark >= MAX_KEPT_STRING_BYTES && windowOffset + limit < end;
  }

  /** Reads the string that begins at the mark again, without keeping it. */
  private void readLongString(StringToken text) {
    position = mark + 1;
    mark = -1;
    LongStringSummary giant = new LongStringSummary();
    while (true) {
      position = requireBytes(position, 1);
      int b = bytes[position];
      if (b == '"') {
        break;
      } else if (b == '\\') {
        position = fillTo(position, MAX_ESCAPE_BYTES);
        int length = escapeLength(position);
        giant.add(length == 2 ? StringToken.unescape(bytes[position + 1]) : codeUnit(position));
        // The other half of a pair is read as an escape of its own.
        position += Math.min(length, 6);
      } else {
        int length = Utf8Decoder.sequenceLength(b);
        position = requireBytes(position, length);
        int c = length == 0 ? -1 : Utf8Decoder.decode(bytes, position, length);
        if (c < ' ') {
          throw new FastPathBailout();
        }
        giant.add(c);
        position += length;
      }
    }
    position++;
    text.length = giant.codePoints();
    text.longString = giant;
  }

  private void lookAhead() {
    position = fillTo(position, LOOKAHEAD_BYTES);
  }

  private int requireBytes(int i, int count) {
    int there = fillTo(i, count);
    if (limit - there < count) {
      throw new FastPathBailout();
    }
    return there;
  }

  /** Sees to it that so many bytes are there, and says where the first now is. */
  private int fillTo(int i, int count) {
    if (limit - i >= count || source == null) {
      return i;
    }
    position = i;
    while (limit - position < count && fill()) {
      // one read may bring only a part
    }
    return position;
  }

  /** Brings in more bytes; those from the mark on stay. */
  private boolean fill() {
    if (source == null || windowOffset + limit == end) {
      return false;
    }
    int keep = mark < 0 ? position : mark;
    System.arraycopy(bytes, keep, bytes, 0, limit - keep);
    windowOffset += keep;
    position -= keep;
    limit -= keep;
    mark = mark < 0 ? -1 : 0;
    try {
      int room = (int) Math.min(bytes.length - limit, end - windowOffset - limit);
      int read = source.read(windowOffset + limit, bytes, limit, room);
      limit += Math.max(read, 0);
      return read > 0;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
