package dev.callsheet.spec.lint.scan;

import java.io.IOException;
import java.io.UncheckedIOException;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Reads JSON from bytes in UTF-8, token by token. It takes nothing for right that a strict parser
 * would not, and holds no more of a feed than a window. Whatever it is not sure of ends in {@link
 * NotPlain}.
 */
final class JsonScanner {
  /** What {@link #peek} says at the end. */
  static final int END = -1;

  /** In code points. */
  private static final int LONGEST_NAME = 50_000;

  private static final int WINDOW = 1 << 17;

  /** A string of so many bytes is not kept, where bytes come from a feed. */
  private static final int GIANT = WINDOW / 2;

  /** Two escapes can stand for one character. */
  private static final int LONGEST_ESCAPE = 12;

  /** More than the longest number and its neighbours. */
  private static final int AHEAD = 2048;

  private static final JsonMapper VALUES =
      JsonMapper.builder().enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS).build();

  byte[] bytes;
  int at;
  private int limit;
  private long base;
  private int mark = -1;
  private final long end;
  private final @Nullable Feed feed;
  private final boolean oneLine;
  private final NumberToken number = new NumberToken();

  /** Reads bytes that are all there; white space that breaks a line counts as such, or does not. */
  JsonScanner(byte[] bytes, int from, int to, boolean oneLine) {
    this.bytes = bytes;
    this.at = from;
    this.limit = to;
    this.end = to;
    this.feed = null;
    this.oneLine = oneLine;
  }

  /** Reads a part of a feed. */
  JsonScanner(Feed feed, long from, long to) {
    this.bytes = new byte[WINDOW];
    this.base = from;
    this.end = to;
    this.feed = feed;
    this.oneLine = false;
  }

  /** Where the next byte stands. */
  long offset() {
    return base + at;
  }

  /** The value between there and here; null when too much has come in to have it still. */
  @Nullable JsonNode passed(long start) {
    if (start < base) {
      return null;
    }
    int from = (int) (start - base);
    return VALUES.readTree(bytes, from, at - from);
  }

  /** Goes to where it has been, or anywhere else. */
  void seek(long offset) {
    mark = -1;
    if (offset >= base && offset <= base + limit) {
      at = (int) (offset - base);
    } else {
      base = offset;
      at = 0;
      limit = 0;
    }
  }

  /** Passes white space, and says what comes then. */
  int peek() {
    while (true) {
      if (at == limit && !more()) {
        return END;
      }
      int b = bytes[at];
      if (b == ' ' || b == '\t' || (!oneLine && (b == '\n' || b == '\r'))) {
        at++;
      } else {
        return b & 0xFF;
      }
    }
  }

  /** Passes white space and this one byte. */
  void expect(int wanted) {
    if (peek() != wanted) {
      throw new NotPlain();
    }
    at++;
  }

  /** Passes the comma before another member or item, or the bracket that ends them. */
  boolean another(int bracket) {
    int next = peek();
    if (next != ',' && next != bracket) {
      throw new NotPlain();
    }
    at++;
    return next == ',';
  }

  /** Passes a literal that has begun. */
  void literal(String word) {
    lookAhead();
    if (limit - at < word.length()) {
      throw new NotPlain();
    }
    for (int i = 0; i < word.length(); i++) {
      if (bytes[at++] != word.charAt(i)) {
        throw new NotPlain();
      }
    }
  }

  /** Passes a number that has begun. */
  NumberToken number() {
    if (at == limit) {
      throw new NotPlain();
    }
    lookAhead();
    at = number.read(bytes, at, limit);
    return number;
  }

  /** Passes white space and this text, if it comes next, and says whether it did. */
  boolean passes(Name text) {
    if (peek() == END || limit - at < text.length() || !text.isAt(bytes, at)) {
      return false;
    }
    at += text.length();
    return true;
  }

  /** Passes a member's name and its colon, and says which one of the known names it is. */
  int name(NameTable known, Text text) {
    if (peek() != '"') {
      throw new NotPlain();
    }
    string(text);
    if (text.length > LONGEST_NAME) {
      throw new NotPlain();
    }
    int found = known.find(text);
    expect(':');
    return found;
  }

  /** Passes a string that has begun. */
  void string(Text text) {
    mark = at;
    int i = at + 1;
    int behind = 0;
    boolean escaped = false;
    boolean numbered = false;
    while (true) {
      i = Words.skipOrdinary(bytes, i, limit);
      if (limit - i < LONGEST_ESCAPE && feed != null) {
        if (isGiant()) {
          giant(text);
          return;
        }
        i = tryToHave(i, LONGEST_ESCAPE);
      }
      if (i == limit) {
        throw new NotPlain();
      }
      int b = bytes[i];
      if (b == '"') {
        break;
      } else if (b == '\\') {
        int length = escape(i);
        escaped = true;
        numbered |= length > 2;
        i += length;
        behind += length - 1;
      } else if (b < 0) {
        int length = character(i, b);
        i += length;
        behind += length - 1;
      } else if (b < ' ') {
        throw new NotPlain();
      } else {
        i++;
      }
    }
    text.bytes = bytes;
    text.from = mark + 1;
    text.to = i;
    text.length = (long) i - mark - 1 - behind;
    text.escaped = escaped;
    text.numbered = numbered;
    text.giant = null;
    at = i + 1;
    mark = -1;
  }

  /** How many bytes the character takes that stands there and begins with that one. */
  private int character(int i, int first) {
    int length = Utf8.length(first);
    if (length == 0 || limit - i < length || Utf8.decode(bytes, i, length) < 0) {
      throw new NotPlain();
    }
    return length;
  }

  /** How many bytes the escape, or the pair of escapes for one character, takes. */
  private int escape(int i) {
    if (limit - i < 2) {
      throw new NotPlain();
    }
    if (bytes[i + 1] != 'u') {
      Text.escapedBy(bytes[i + 1]);
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
      throw new NotPlain();
    }
    int unit = 0;
    for (int i = escape + 2; i < escape + 6; i++) {
      int digit = Character.digit(bytes[i], 16);
      if (digit < 0) {
        throw new NotPlain();
      }
      unit = unit << 4 | digit;
    }
    return (char) unit;
  }

  /** Whether the string that begins at the mark is too long to be kept until its end comes. */
  private boolean isGiant() {
    return feed != null && limit - mark >= GIANT && base + limit < end;
  }

  /** Reads the string that begins at the mark again, without keeping it. */
  private void giant(Text text) {
    at = mark + 1;
    mark = -1;
    GiantText giant = new GiantText();
    while (true) {
      at = mustHave(at, 1);
      int b = bytes[at];
      if (b == '"') {
        break;
      } else if (b == '\\') {
        at = tryToHave(at, LONGEST_ESCAPE);
        int length = escape(at);
        giant.add(length == 2 ? Text.escapedBy(bytes[at + 1]) : codeUnit(at));
        // The other half of a pair is read as an escape of its own.
        at += Math.min(length, 6);
      } else {
        int length = Utf8.length(b);
        at = mustHave(at, length);
        int c = length == 0 ? -1 : Utf8.decode(bytes, at, length);
        if (c < ' ') {
          throw new NotPlain();
        }
        giant.add(c);
        at += length;
      }
    }
    at++;
    text.length = giant.codePoints();
    text.giant = giant;
  }

  private void lookAhead() {
    at = tryToHave(at, AHEAD);
  }

  private int mustHave(int i, int count) {
    int there = tryToHave(i, count);
    if (limit - there < count) {
      throw new NotPlain();
    }
    return there;
  }

  /** Sees to it that so many bytes are there, and says where the first now is. */
  private int tryToHave(int i, int count) {
    if (limit - i >= count || feed == null) {
      return i;
    }
    at = i;
    while (limit - at < count && more()) {
      // one read may bring only a part
    }
    return at;
  }

  /** Brings in more bytes; those from the mark on stay. */
  private boolean more() {
    if (feed == null || base + limit == end) {
      return false;
    }
    int keep = mark < 0 ? at : mark;
    System.arraycopy(bytes, keep, bytes, 0, limit - keep);
    base += keep;
    at -= keep;
    limit -= keep;
    mark = mark < 0 ? -1 : 0;
    try {
      int room = (int) Math.min(bytes.length - limit, end - base - limit);
      int read = feed.read(base + limit, bytes, limit, room);
      limit += Math.max(read, 0);
      return read > 0;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
