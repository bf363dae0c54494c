package dev.callsheet.runtime.client.media;

import dev.callsheet.runtime.MediaKind;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

/**
 * How the Base64 of a file begins. Three bytes are four characters, so a signature says of each of
 * the first characters which six bits it may stand for: a set of the 64 characters, kept as the
 * bits of a {@code long}. A text that begins otherwise is no media of that kind, but a path or a
 * word, which are Base64 by their characters, too.
 */
public final class Base64Start {
  private static final String CHARACTERS =
      "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
  private static final int BITS = 6;
  private static final long ANY = -1;
  private static final byte[] VALUES = new byte[128];
  private static final Map<MediaKind, List<Base64Start>> OF_KIND = new EnumMap<>(MediaKind.class);

  static {
    Arrays.fill(VALUES, (byte) -1);
    for (byte value = 0; value < CHARACTERS.length(); value++) {
      VALUES[CHARACTERS.charAt(value)] = value;
    }
    for (MediaKind kind : MediaKind.values()) {
      OF_KIND.put(
          kind,
          Arrays.stream(MediaType.values())
              .filter(type -> type.canHold(kind))
              .flatMap(type -> type.signatures().map(bytes -> new Base64Start(type, bytes)))
              .toList());
    }
  }

  /** For each character, the values that it may have. */
  private final long[] allowed;

  private Base64Start(MediaType type, String signature) {
    int end = 8 * (type.offset() + signature.length());
    allowed = new long[(end + BITS - 1) / BITS];
    for (int i = 0; i < allowed.length; i++) {
      for (int value = 0; value < CHARACTERS.length(); value++) {
        if (agrees(value, BITS * i, type.offset(), signature)) {
          allowed[i] |= 1L << value;
        }
      }
    }
  }

  /** Whether six bits, from that bit of a file on, agree with a signature. */
  private static boolean agrees(int value, int firstBit, int offset, String signature) {
    for (int i = 0; i < BITS; i++) {
      int at = (firstBit + i) / 8 - offset;
      if (at >= 0 && at < signature.length()) {
        int wanted = signature.charAt(at) >> (7 - (firstBit + i) % 8) & 1;
        if ((value >> (BITS - 1 - i) & 1) != wanted) {
          return false;
        }
      }
    }
    return true;
  }

  /** Whether the Base64 at a place of a text begins as that of a known format of the kind does. */
  public static boolean isOf(MediaKind kind, String text, int from) {
    List<Base64Start> starts = of(kind);
    for (int i = 0; i < starts.size(); i++) {
      if (starts.get(i).isAt(text, from)) {
        return true;
      }
    }
    return false;
  }

  private static List<Base64Start> of(MediaKind kind) {
    return Objects.requireNonNull(OF_KIND.get(kind));
  }

  private boolean isAt(String text, int from) {
    if (text.length() - from < allowed.length) {
      return false;
    }
    for (int i = 0; i < allowed.length; i++) {
      char c = text.charAt(from + i);
      int value = c < VALUES.length ? VALUES[c] : -1;
      if (value < 0 || (allowed[i] >>> value & 1) == 0) {
        return false;
      }
    }
    return true;
  }

  /** The same as a regular expression, without anchors. */
  public static String regex(MediaKind kind) {
    return of(kind).stream().map(Base64Start::regex).collect(Collectors.joining("|", "(?:", ")"));
  }

  private String regex() {
    StringBuilder regex = new StringBuilder();
    for (long values : allowed) {
      regex.append(characterClass(values));
    }
    return regex.toString();
  }

  private static String characterClass(long values) {
    if (values == ANY) {
      return "[A-Za-z0-9+/]";
    }
    String characters =
        CHARACTERS
            .chars()
            .filter(c -> (values >>> VALUES[c] & 1) != 0)
            .mapToObj(Character::toString)
            .collect(Collectors.joining());
    return characters.length() == 1 && !characters.equals("+")
        ? characters
        : "[" + characters + "]";
  }
}
