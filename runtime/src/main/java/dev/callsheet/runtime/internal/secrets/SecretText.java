package dev.callsheet.runtime.internal.secrets;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collection;
import java.util.List;

/**
 * Covers secrets in a text that is about to be shown. A text is searched as it is written, with its
 * JSON escapes and percent encoding undone, as often as there are any, and where it is Base64 also
 * decoded: a secret is found in each of these forms, and covered in the form in which it is
 * written.
 *
 * <p>Two kinds are found: what {@linkplain SecretScanner looks like} a secret, and secrets that the
 * caller knows, such as all values of a request that stand under the name {@code apiKey}. Covering
 * keeps a text's length and its white space.
 */
public final class SecretText {
  /** What is written in place of each character. */
  public static final char COVER = '*';

  /** A shorter text is a part of too many others to be searched for. */
  private static final int MIN_KNOWN_LENGTH = 6;

  /** How often escapes in escapes are undone, and Base64 in Base64. */
  private static final int MAX_LEVELS = 5;

  private static final int MIN_BASE64_LENGTH = Landmarks.MIN_RUN_LENGTH;

  /** Longer runs are media. */
  private static final int MAX_BASE64_LENGTH = 1 << 13;

  private final Collection<String> known;

  private SecretText(Collection<String> known) {
    this.known = known;
  }

  /** The text with everything covered that looks like a secret. */
  public static String covered(String text) {
    return covered(text, List.of());
  }

  /** The text with everything covered that looks like a secret or is one of these. */
  public static String covered(String text, Collection<String> known) {
    char[] chars = text.toCharArray();
    return cover(chars, known) ? new String(chars) : text;
  }

  /**
   * Covers in a text everything that looks like a secret or is one of these.
   *
   * @return whether there was any
   */
  public static boolean cover(char[] text, Collection<String> known) {
    List<SecretScanner.Range> secrets = new SecretText(known).find(text, 0);
    for (SecretScanner.Range range : secrets) {
      cover(text, range.from(), range.to());
    }
    return !secrets.isEmpty();
  }

  /** A text as it is written, and as it is with one level of escapes after the other undone. */
  public static List<String> decodedForms(String text) {
    List<String> forms = new ArrayList<>();
    DecodedLayer layer = DecodedLayer.of(text.toCharArray());
    while (layer != null && forms.size() < MAX_LEVELS) {
      forms.add(new String(layer.chars()));
      layer = layer.decoded();
    }
    return forms;
  }

  /** Covers a part of a text. */
  public static void cover(char[] text, int from, int to) {
    for (int i = from; i < to; i++) {
      if (!Character.isWhitespace(text[i])) {
        text[i] = COVER;
      }
    }
  }

  private List<SecretScanner.Range> find(char[] text, int level) {
    List<SecretScanner.Range> found = new ArrayList<>();
    DecodedLayer layer = DecodedLayer.of(text);
    for (int depth = level; layer != null && depth < MAX_LEVELS; depth++) {
      List<SecretScanner.Range> inLayer = SecretScanner.scan(layer.chars(), layer.landmarks());
      addKnown(layer.chars(), inLayer);
      addEncoded(layer, depth, inLayer);
      for (SecretScanner.Range range : inLayer) {
        found.add(
            new SecretScanner.Range(
                layer.originalOffset(range.from()), layer.originalOffset(range.to())));
      }
      layer = layer.decoded();
    }
    return found;
  }

  private void addKnown(char[] chars, List<SecretScanner.Range> found) {
    if (known.isEmpty()) {
      return;
    }
    String text = new String(chars);
    for (String secret : known) {
      if (secret.length() >= MIN_KNOWN_LENGTH) {
        int end = 0;
        for (int at = text.indexOf(secret); at >= 0; at = text.indexOf(secret, end)) {
          end = at + secret.length();
          found.add(new SecretScanner.Range(at, end));
        }
      }
    }
  }

  /** Finds the runs of Base64 that a secret is in. */
  private void addEncoded(DecodedLayer layer, int level, List<SecretScanner.Range> found) {
    char[] chars = layer.chars();
    int from = layer.landmarks().nextRun(0);
    while (from < chars.length) {
      int to = from;
      while (to < chars.length && CharKinds.is(CharKinds.BASE64, chars[to])) {
        to++;
      }
      if (to - from >= MIN_BASE64_LENGTH && isSecretEncoded(chars, from, to, level)) {
        found.add(new SecretScanner.Range(from, to));
      }
      from = to < chars.length ? layer.landmarks().nextRun(to + 1) : to;
    }
  }

  private boolean isSecretEncoded(char[] chars, int from, int to, int level) {
    int length = to - from;
    if (length > MAX_BASE64_LENGTH || level + 1 >= MAX_LEVELS) {
      return false;
    }
    if (!beginsAsAsciiText(chars, from)) {
      return false; // most runs are words, numbers and UUIDs
    }
    byte[] bytes = decoded(chars, from, length % 4 == 1 ? to - 1 : to);
    return isAsciiText(bytes)
        && !find(new String(bytes, StandardCharsets.US_ASCII).toCharArray(), level + 1).isEmpty();
  }

  private static byte[] decoded(char[] chars, int from, int to) {
    String run = new String(chars, from, to - from).replace('-', '+').replace('_', '/');
    return Base64.getDecoder().decode(run);
  }

  /** Whether the first characters of a run decode to text; nothing is allocated for it. */
  private static boolean beginsAsAsciiText(char[] chars, int from) {
    for (int at = from; at < from + MIN_BASE64_LENGTH; at += 4) {
      int bits =
          sextet(chars[at]) << 18
              | sextet(chars[at + 1]) << 12
              | sextet(chars[at + 2]) << 6
              | sextet(chars[at + 3]);
      if (!isAsciiText((byte) (bits >> 16))
          || !isAsciiText((byte) (bits >> 8))
          || !isAsciiText((byte) bits)) {
        return false;
      }
    }
    return true;
  }

  private static int sextet(char c) {
    if (c >= 'a') {
      return c - 'a' + 26;
    }
    if (c == '_') {
      return 63;
    }
    if (c >= 'A') {
      return c - 'A';
    }
    if (c >= '0') {
      return c - '0' + 52;
    }
    return c == '/' ? 63 : 62;
  }

  private static boolean isAsciiText(byte[] bytes) {
    for (byte b : bytes) {
      if (!isAsciiText(b)) {
        return false;
      }
    }
    return true;
  }

  private static boolean isAsciiText(byte b) {
    return b >= ' ' || b == '\n' || b == '\r' || b == '\t';
  }
}
