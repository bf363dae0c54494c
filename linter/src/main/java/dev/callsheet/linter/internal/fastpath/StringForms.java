package dev.callsheet.linter.internal.fastpath;

import dev.callsheet.spec.logic.Facet;
import dev.callsheet.spec.logic.MediaSource;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Set;

/**
 * Recognises the usual forms of strings by their bytes. A string that is recognised has the form;
 * one that is not may have it all the same. Mirrors {@link MediaSource} and the string formats; a
 * test holds them together.
 */
final class StringForms {
  /** More than any signature takes, and a multiple of four. */
  static final int BASE64_START = 24;

  private static final int MAX_HEADER_LENGTH = 200;

  /** What a byte may be part of; one bit each. */
  private static final int HEX = 1;

  private static final int DASH = 1 << 1;
  private static final int VERSION_4 = 1 << 2;
  private static final int VARIANT = 1 << 3;
  private static final int BASE64 = 1 << 4;
  private static final int HOST = 1 << 5;
  private static final int URI = 1 << 6;

  private static final byte[] KINDS = new byte[256];

  /** What each byte of a UUID must be. */
  private static final byte[] UUID = new byte[36];

  private static final byte[] UUID_4;

  static {
    String digits = "0123456789";
    String letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz" + digits;
    addKind(HEX, digits + "abcdefABCDEF");
    addKind(DASH, "-");
    addKind(VERSION_4, "4");
    addKind(VARIANT, "89abAB");
    addKind(BASE64, letters + "+/");
    addKind(HOST, letters + ".-");
    addKind(URI, letters + "-._~!$&'()*+,;=:@/?");
    Arrays.fill(UUID, (byte) HEX);
    for (int dash : new int[] {8, 13, 18, 23}) {
      UUID[dash] = DASH;
    }
    UUID_4 = UUID.clone();
    UUID_4[14] = VERSION_4;
    UUID_4[19] = VARIANT;
  }

  private StringForms() {}

  private static void addKind(int kind, String characters) {
    characters.chars().forEach(c -> KINDS[c] |= (byte) kind);
  }

  private static boolean hasKind(int kind, int c) {
    return (KINDS[c & 0xFF] & kind) != 0;
  }

  static boolean isBase64(int c) {
    return c < 128 && hasKind(BASE64, c);
  }

  /** A character that needs no escape in a URI after the host. */
  static boolean isPlainInUri(int c) {
    return c < 128 && hasKind(URI, c);
  }

  static boolean isUuid(byte[] bytes, int from, int to) {
    return hasForm(UUID, bytes, from, to);
  }

  static boolean isUuid4(byte[] bytes, int from, int to) {
    return hasForm(UUID_4, bytes, from, to);
  }

  private static boolean hasForm(byte[] form, byte[] bytes, int from, int to) {
    if (to - from != form.length) {
      return false;
    }
    int lacking = 0;
    for (int i = 0; i < form.length; i++) {
      lacking |= form[i] & ~KINDS[bytes[from + i] & 0xFF];
    }
    return lacking == 0;
  }

  /** An {@code http} or {@code https} URI without anything unusual in it. */
  static boolean isPlainUri(byte[] bytes, int from, int to) {
    int at = afterScheme(bytes, from, to);
    if (at < 0) {
      return false;
    }
    int host = at;
    while (at < to && hasKind(HOST, bytes[at])) {
      at++;
    }
    if (at == host || (at < to && bytes[at] != '/' && bytes[at] != '?')) {
      return false;
    }
    while (at < to && (hasKind(URI, bytes[at]) || isPercent(bytes, at, to))) {
      at++;
    }
    return at == to;
  }

  static boolean isMedia(Facet.Accepts media, byte[] bytes, int from, int to) {
    Set<MediaSource> sources = media.sources();
    if (sources.contains(MediaSource.URL) && isPlainUri(bytes, from, to)) {
      return true;
    }
    if (sources.contains(MediaSource.UUID) && isUuid(bytes, from, to)) {
      return true;
    }
    if (sources.contains(MediaSource.BASE64) && isBase64(bytes, from, to)) {
      return MediaSource.BASE64.accepts(base64Start(bytes, from, to), media.kind());
    }
    return sources.contains(MediaSource.DATA_URI) && isDataUri(media, bytes, from, to);
  }

  private static boolean isDataUri(Facet.Accepts media, byte[] bytes, int from, int to) {
    int comma = from;
    int end = Math.min(to, from + MAX_HEADER_LENGTH);
    while (comma < end && bytes[comma] != ',') {
      comma++;
    }
    if (comma == end || !isBase64(bytes, comma + 1, to)) {
      return false;
    }
    String header = new String(bytes, from, comma + 1 - from, StandardCharsets.UTF_8);
    return MediaSource.DATA_URI.accepts(header + base64Start(bytes, comma + 1, to), media.kind());
  }

  /** So much of Base64 that it tells the format, and is Base64 itself. */
  private static String base64Start(byte[] bytes, int from, int to) {
    int length = Math.min(to - from, BASE64_START);
    return new String(bytes, from, length, StandardCharsets.ISO_8859_1);
  }

  private static boolean isBase64(byte[] bytes, int from, int to) {
    int end = to;
    while (end > from && to - end < 2 && bytes[end - 1] == '=') {
      end--;
    }
    int at = from;
    while (at < end && hasKind(BASE64, bytes[at])) {
      at++;
    }
    return at == end && isBase64Length(end - from, to - end);
  }

  /** Whether so many characters of Base64, and so many {@code =} behind them, can be bytes. */
  static boolean isBase64Length(long characters, long padding) {
    return characters > 0
        && (padding == 0 ? characters % 4 != 1 : padding <= 2 && (characters + padding) % 4 == 0);
  }

  /** Where {@code http://} or {@code https://} ends; negative when neither is there. */
  private static int afterScheme(byte[] bytes, int from, int to) {
    if (to - from < 8 || bytes[from] != 'h' || bytes[from + 1] != 't' || bytes[from + 2] != 't') {
      return -1;
    }
    int at = bytes[from + 4] == 's' ? from + 5 : from + 4;
    boolean scheme = bytes[from + 3] == 'p' && bytes[at] == ':' && bytes[at + 1] == '/';
    return scheme && bytes[at + 2] == '/' ? at + 3 : -1;
  }

  private static boolean isPercent(byte[] bytes, int at, int to) {
    return bytes[at] == '%'
        && at + 2 < to
        && hasKind(HEX, bytes[at + 1])
        && hasKind(HEX, bytes[at + 2]);
  }
}
