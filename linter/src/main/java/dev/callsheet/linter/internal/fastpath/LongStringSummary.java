package dev.callsheet.linter.internal.fastpath;

import dev.callsheet.runtime.LengthUnit;
import dev.callsheet.spec.logic.Facet;
import dev.callsheet.spec.logic.MediaSource;

/**
 * What is known of a string that is too long to be kept: computed character by character while it
 * is read.
 */
final class LongStringSummary {
  private static final int HEAD_LENGTH = 1024;

  private final StringBuilder head = new StringBuilder(HEAD_LENGTH);
  private long position;
  private long codePoints;
  private long utf16Units;
  private long utf8Bytes;
  private boolean afterHighSurrogate;
  private boolean hasLoneSurrogate;
  private boolean hasNonUriCharacter;

  /** The position of the last character that is not of Base64; -1 when there is none. */
  private long lastNonBase64 = -1;

  /** How many {@code =} follow the last other character of Base64. */
  private long padding;

  private boolean hasInvalidPadding;

  /** Adds the next character; of a pair written as escapes, one half at a time. */
  void add(int c) {
    boolean low = c >= Character.MIN_LOW_SURROGATE && c <= Character.MAX_LOW_SURROGATE;
    boolean isSecondHalf = low && afterHighSurrogate;
    codePoints += isSecondHalf ? 0 : 1;
    utf16Units += c < 0x10000 ? 1 : 2;
    // The first half was counted as the three bytes that it would be by itself.
    utf8Bytes += isSecondHalf ? 1 : c < 0x80 ? 1 : c < 0x800 ? 2 : c < 0x10000 ? 3 : 4;
    hasLoneSurrogate |= low != afterHighSurrogate;
    afterHighSurrogate = c >= Character.MIN_HIGH_SURROGATE && c <= Character.MAX_HIGH_SURROGATE;
    if (StringForms.isBase64(c)) {
      hasInvalidPadding |= padding > 0;
    } else if (c == '=') {
      padding++;
    } else {
      hasNonUriCharacter |= !StringForms.isPlainInUri(c);
      lastNonBase64 = position;
      padding = 0;
      hasInvalidPadding = false;
    }
    if (position < HEAD_LENGTH) {
      head.appendCodePoint(c);
    }
    position++;
  }

  /** Whether half of a surrogate pair stands by itself. */
  boolean hasLoneSurrogate() {
    return hasLoneSurrogate || afterHighSurrogate;
  }

  long lengthIn(LengthUnit unit) {
    return switch (unit) {
      case CODE_POINTS -> codePoints;
      case UTF16 -> utf16Units;
      case UTF8 -> utf8Bytes;
    };
  }

  /** Whether it certainly is media of that kind, from one of those sources. */
  boolean isMedia(Facet.Accepts media) {
    if (media.sources().contains(MediaSource.URL)
        && !hasNonUriCharacter
        && MediaSource.URL.accepts(head.toString())) {
      return true;
    }
    MediaSource source = lastNonBase64 < 0 ? MediaSource.BASE64 : MediaSource.DATA_URI;
    long characters = position - lastNonBase64 - 1 - padding;
    if (!media.sources().contains(source)
        || hasInvalidPadding
        || !StringForms.isBase64Length(characters, padding)
        || head.indexOf(",") != lastNonBase64) {
      return false;
    }
    // The header, and of the bytes so much that it tells the format.
    int end = (int) lastNonBase64 + 1 + StringForms.BASE64_START;
    return characters >= StringForms.BASE64_START
        && end <= head.length()
        && source.accepts(head.substring(0, end), media.kind());
  }
}
