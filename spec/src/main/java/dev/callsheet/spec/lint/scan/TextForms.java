package dev.callsheet.spec.lint.scan;

import dev.callsheet.spec.calculus.MediaSource;
import java.nio.charset.StandardCharsets;
import java.util.Set;

/**
 * Recognises the usual forms of strings by their bytes. What is recognised has the form; of what is
 * not, nothing is said.
 */
final class TextForms {
  private static final int LONGEST_HEADER = 200;

  private static final boolean[] BASE64 = new boolean[128];
  private static final boolean[] IN_HOST = new boolean[128];
  private static final boolean[] IN_URI = new boolean[128];

  static {
    String letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789";
    (letters + "+/").chars().forEach(c -> BASE64[c] = true);
    (letters + ".-").chars().forEach(c -> IN_HOST[c] = true);
    (letters + "-._~!$&'()*+,;=:@/?").chars().forEach(c -> IN_URI[c] = true);
  }

  private TextForms() {}

  static boolean isBase64(int c) {
    return c >= 0 && c < 128 && BASE64[c];
  }

  /** A character that stands in a URI for itself, wherever behind the host. */
  static boolean isPlainInUri(int c) {
    return c >= 0 && c < 128 && IN_URI[c];
  }

  static boolean isUuid(byte[] bytes, int from, int to) {
    if (to - from != 36) {
      return false;
    }
    for (int i = 0; i < 36; i++) {
      int c = bytes[from + i];
      boolean dash = i == 8 || i == 13 || i == 18 || i == 23;
      if (dash ? c != '-' : !isHex(c)) {
        return false;
      }
    }
    return true;
  }

  static boolean isUuid4(byte[] bytes, int from, int to) {
    if (!isUuid(bytes, from, to) || bytes[from + 14] != '4') {
      return false;
    }
    return "89abAB".indexOf(bytes[from + 19]) >= 0;
  }

  /** An {@code http} or {@code https} URI without anything unusual in it. */
  static boolean isPlainUri(byte[] bytes, int from, int to) {
    int at = afterScheme(bytes, from, to);
    if (at < 0) {
      return false;
    }
    int host = at;
    while (at < to && isIn(IN_HOST, bytes[at])) {
      at++;
    }
    if (at == host || (at < to && bytes[at] != '/' && bytes[at] != '?')) {
      return false;
    }
    while (at < to && (isIn(IN_URI, bytes[at]) || isPercent(bytes, at, to))) {
      at++;
    }
    return at == to;
  }

  static boolean gives(Set<MediaSource> sources, byte[] bytes, int from, int to) {
    if (sources.contains(MediaSource.URL) && isPlainUri(bytes, from, to)) {
      return true;
    }
    if (sources.contains(MediaSource.UUID) && isUuid(bytes, from, to)) {
      return true;
    }
    if (sources.contains(MediaSource.BASE64) && isBase64(bytes, from, to)) {
      return true;
    }
    return sources.contains(MediaSource.DATA_URI) && isDataUri(bytes, from, to);
  }

  private static boolean isDataUri(byte[] bytes, int from, int to) {
    int comma = from;
    int end = Math.min(to, from + LONGEST_HEADER);
    while (comma < end && bytes[comma] != ',') {
      comma++;
    }
    if (comma == end || !isBase64(bytes, comma + 1, to)) {
      return false;
    }
    String header = new String(bytes, from, comma - from, StandardCharsets.UTF_8);
    return MediaSource.DATA_URI.accepts(header + ",AAAA");
  }

  private static boolean isBase64(byte[] bytes, int from, int to) {
    int end = to;
    while (end > from && to - end < 2 && bytes[end - 1] == '=') {
      end--;
    }
    int at = from;
    while (at < end && isIn(BASE64, bytes[at])) {
      at++;
    }
    return at == end && end > from;
  }

  /** Where {@code http://} or {@code https://} ends; negative where neither stands. */
  private static int afterScheme(byte[] bytes, int from, int to) {
    if (to - from < 8 || bytes[from] != 'h' || bytes[from + 1] != 't' || bytes[from + 2] != 't') {
      return -1;
    }
    int at = bytes[from + 4] == 's' ? from + 5 : from + 4;
    boolean scheme = bytes[from + 3] == 'p' && bytes[at] == ':' && bytes[at + 1] == '/';
    return scheme && bytes[at + 2] == '/' ? at + 3 : -1;
  }

  private static boolean isPercent(byte[] bytes, int at, int to) {
    return bytes[at] == '%' && at + 2 < to && isHex(bytes[at + 1]) && isHex(bytes[at + 2]);
  }

  private static boolean isHex(int c) {
    int lower = c | 0x20;
    return (c >= '0' && c <= '9') || (lower >= 'a' && lower <= 'f');
  }

  private static boolean isIn(boolean[] set, byte c) {
    return c >= 0 && set[c];
  }
}
