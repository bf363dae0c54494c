package dev.callsheet.spec.lint.scan;

import dev.callsheet.spec.calculus.MediaSource;
import java.util.Set;

/**
 * What is worth knowing of a string that is too long to be kept: found out while it passes by,
 * character by character.
 */
final class GiantText {
  private static final int HEAD = 1024;

  private final StringBuilder head = new StringBuilder(HEAD);
  private long position;
  private long codePoints;
  private boolean afterHighSurrogate;
  private boolean beyondUri;

  /** Where the last character stands that Base64 has no use for; -1 when there is none. */
  private long lastForeign = -1;

  /** How many {@code =} stand behind the last other character of Base64. */
  private long padding;

  private boolean brokenPadding;

  /** Takes the next character; of a pair written as escapes, one half at a time. */
  void add(int c) {
    boolean low = c >= Character.MIN_LOW_SURROGATE && c <= Character.MAX_LOW_SURROGATE;
    codePoints += low && afterHighSurrogate ? 0 : 1;
    afterHighSurrogate = c >= Character.MIN_HIGH_SURROGATE && c <= Character.MAX_HIGH_SURROGATE;
    if (TextForms.isBase64(c)) {
      brokenPadding |= padding > 0;
    } else if (c == '=') {
      padding++;
    } else {
      beyondUri |= !TextForms.isPlainInUri(c);
      lastForeign = position;
      padding = 0;
      brokenPadding = false;
    }
    if (position < HEAD) {
      head.appendCodePoint(c);
    }
    position++;
  }

  long codePoints() {
    return codePoints;
  }

  /** Whether it certainly is a piece of media given in one of these ways. */
  boolean gives(Set<MediaSource> sources) {
    boolean base64 = !brokenPadding && padding <= 2 && position - lastForeign - 1 > padding;
    if (lastForeign < 0) {
      return base64 && sources.contains(MediaSource.BASE64);
    }
    if (sources.contains(MediaSource.DATA_URI) && base64 && lastForeign < HEAD) {
      // The header and a little data stand for the whole.
      String header = head.substring(0, (int) Math.min(lastForeign + 1, head.length()));
      return MediaSource.DATA_URI.accepts(header + "AAAA");
    }
    return sources.contains(MediaSource.URL)
        && !beyondUri
        && MediaSource.URL.accepts(head.toString());
  }
}
