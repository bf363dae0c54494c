package dev.callsheet.linter.internal.fastpath;

import dev.callsheet.linter.internal.input.ByteSource;
import dev.callsheet.linter.internal.json.JsonDocumentReader;
import dev.callsheet.runtime.LengthUnit;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Reads JSON tokens from bytes in UTF-8. It accepts nothing that a strict parser rejects; whatever
 * it is not sure of ends in a {@link FastPathBailout}. Of a {@link ByteSource} it keeps a window of
 * 128 KB in memory; a string that does not fit is reduced to a {@link LongStringSummary} while it
 * is read.
 */
final class JsonScanner {
  /** What {@link #peekAfterWhitespace} returns at the end. */
  static final int END = -1;

  /** In code points. */
  private static final int MAX_NAME_LENGTH = 50_000;

  private static final int WINDOW_BYTES = 1 << 17;

  /** A string of so many bytes is not kept, where bytes come from a source. */
  private static final int MAX_KEPT_STRING_BYTES = WINDOW_BYTES / 2;

  /** Two escapes can stand for one character. */
  private static final int MAX_ESCAPE_BYTES = 12;

  /** More than the longest number and its neighbours. */
  private static final int LOOKAHEAD_BYTES = 2048;

  byte[] bytes;
  int position;
  private int limit;
  private long windowOffset;
  private int mark = -1;
  private final long end;
  private final @Nullable ByteSource source;
  private final boolean oneLine;
  private final NumberToken number = new NumberToken();

  /** Reads bytes in memory; with {@code oneLine}, a line break is no white space but an end. */
  JsonScanner(byte[] bytes, int from, int to, boolean oneLine) {
    this.bytes = bytes;
    this.position = from;
    this.limit = to;
    this.end = to;
    this.source = null;
    this.oneLine = oneLine;
  }

  /** Reads a part of a source. */
  JsonScanner(ByteSource source, long from, long to) {
    this.bytes = new byte[WINDOW_BYTES];
    this.windowOffset = from;
    this.end = to;
    this.source = source;
    this.oneLine = false;
  }

  /** The offset of the next byte in the input. */
  long offset() {
    return windowOffset + position;
  }

  /** The value from {@code start} up to here; null when the window has moved past its start. */
  @Nullable JsonNode valueSince(long start) {
    if (start < windowOffset) {
      return null;
    }
    int from = (int) (start - windowOffset);
    return JsonDocumentReader.readValue(bytes, from, position - from);
  }

  /** Continues at an offset, before this one or after it. */
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

  /** Skips white space, and returns the next byte without reading it. */
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

  /** Reads white space and this byte. */
  void expect(int wanted) {
    if (peekAfterWhitespace() != wanted) {
      throw new FastPathBailout();
    }
    position++;
  }

  /** Reads a comma (true), or the bracket that ends members or items (false). */
  boolean consumeSeparator(int bracket) {
    int next = peekAfterWhitespace();
    if (next != ',' && next != bracket) {
      throw new FastPathBailout();
    }
    position++;
    return next == ',';
  }

  /** Reads a literal, whose first byte is next. */
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

  /** Reads a number, whose first byte is next. */
  NumberToken readNumber() {
    if (position == limit) {
      throw new FastPathBailout();
    }
    lookAhead();
    position = number.read(bytes, position, limit);
    return number;
  }

  /** Reads white space, and this text if it is next; returns whether it was. */
  boolean consumeIfNext(Utf8Name text) {
    if (peekAfterWhitespace() == END
        || limit - position < text.length()
        || !text.isAt(bytes, position)) {
      return false;
    }
    position += text.length();
    return true;
  }

  /** Reads a member's name and its colon; returns the index of the name, -1 when it is unknown. */
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

  /** Reads a string, whose quote is next. */
  void readString(StringToken text) {
    mark = position;
    int i = position + 1;
    int continuationBytes = 0;
    boolean escaped = false;
    boolean unicodeEscaped = false;
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
        unicodeEscaped |= length > 2;
        i += length;
        continuationBytes += length - 1;
      } else if (b < 0) {
        int length = characterLength(i, b);
        i += length;
        continuationBytes += length - 1;
      } else if (b < ' ') {
        throw new FastPathBailout();
      } else {
        i++;
      }
    }
    text.bytes = bytes;
    text.from = mark + 1;
    text.to = i;
    text.length = (long) i - mark - 1 - continuationBytes;
    text.hasEscapes = escaped;
    text.hasUnicodeEscapes = unicodeEscaped;
    text.longString = null;
    position = i + 1;
    mark = -1;
  }

  /** The length in bytes of the character at {@code i}, whose first byte is given. */
  private int characterLength(int i, int first) {
    int length = Utf8Decoder.sequenceLength(first);
    if (length == 0 || limit - i < length || Utf8Decoder.decode(bytes, i, length) < 0) {
      throw new FastPathBailout();
    }
    return length;
  }

  /** The length in bytes of an escape, or of a pair of escapes for one character. */
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

  /** Whether the string that begins at the mark is too long to be kept to its end. */
  private boolean isTooLongToKeep() {
    return source != null && limit - mark >= MAX_KEPT_STRING_BYTES && windowOffset + limit < end;
  }

  /** Reads the string that begins at the mark again, without keeping it. */
  private void readLongString(StringToken text) {
    position = mark + 1;
    mark = -1;
    LongStringSummary summary = new LongStringSummary();
    while (true) {
      position = requireBytes(position, 1);
      int b = bytes[position];
      if (b == '"') {
        break;
      } else if (b == '\\') {
        position = fillTo(position, MAX_ESCAPE_BYTES);
        int length = escapeLength(position);
        summary.add(length == 2 ? StringToken.unescape(bytes[position + 1]) : codeUnit(position));
        // The other half of a pair is read as an escape of its own.
        position += Math.min(length, 6);
      } else {
        int length = Utf8Decoder.sequenceLength(b);
        position = requireBytes(position, length);
        int c = length == 0 ? -1 : Utf8Decoder.decode(bytes, position, length);
        if (c < ' ') {
          throw new FastPathBailout();
        }
        summary.add(c);
        position += length;
      }
    }
    position++;
    text.length = summary.lengthIn(LengthUnit.CODE_POINTS);
    text.longString = summary;
  }

  private void lookAhead() {
    position = fillTo(position, LOOKAHEAD_BYTES);
  }

  private int requireBytes(int i, int count) {
    int start = fillTo(i, count);
    if (limit - start < count) {
      throw new FastPathBailout();
    }
    return start;
  }

  /** Fetches up to {@code count} bytes, and returns where byte {@code i} is now. */
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

  /** Fetches more bytes; those from the mark on are kept. */
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
