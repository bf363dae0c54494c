package dev.callsheet.runtime.support;

import dev.callsheet.runtime.LengthUnit;
import dev.callsheet.runtime.MediaKind;
import dev.callsheet.runtime.client.media.Base64Start;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Predicates on texts that may not be provided; all are false of one that is not. */
public final class Texts {
  private static final String DATE_TIME = "2026-02-05T12:00:00Z";
  private static final AsciiCharacterSet BASE64 = AsciiCharacterSet.ofLettersAndDigits("+/");
  private static final int UUID_LENGTH = 36;

  private Texts() {}

  /** A value that is written as a text, such as a UUID, as that text. */
  public static @Nullable String of(@Nullable Object value) {
    return value == null ? null : value.toString();
  }

  /** Whether a text has from {@code minimum} to {@code maximum} Unicode code points. */
  public static boolean hasLength(@Nullable String text, int minimum, int maximum) {
    if (text == null) {
      return false;
    }
    int units = text.length();
    if (units < minimum || units / 2 > maximum) {
      return false;
    }
    if (units / 2 >= minimum && units <= maximum) {
      return true; // whatever part of them are pairs
    }
    int length = text.codePointCount(0, units);
    return length >= minimum && length <= maximum;
  }

  /** Whether a text is from {@code minimum} to {@code maximum} long, in a unit. */
  public static boolean hasLength(
      @Nullable String text, LengthUnit unit, int minimum, int maximum) {
    if (text == null) {
      return false;
    }
    int length = unit.lengthOf(text);
    return length >= minimum && length <= maximum;
  }

  /**
   * Whether a text is Unicode: each half of a surrogate pair is beside the other. What is not can
   * be escaped in JSON, but strict parsers refuse the whole of it.
   */
  public static boolean isText(@Nullable String text) {
    if (text == null) {
      return false;
    }
    int length = text.length();
    for (int i = 0; i < length; i++) {
      char c = text.charAt(i);
      if (Character.isSurrogate(c)) {
        i++;
        if (!Character.isHighSurrogate(c)
            || i == length
            || !Character.isLowSurrogate(text.charAt(i))) {
          return false;
        }
      }
    }
    return true;
  }

  /** Whether a UUID is of version 4. */
  public static boolean isUuid4(@Nullable UUID uuid) {
    return uuid != null && uuid.version() == 4 && uuid.variant() == 2;
  }

  /** Whether a text is a UUID of version 4. */
  public static boolean isUuid4(@Nullable String text) {
    return text != null
        && isUuid(text)
        && text.charAt(14) == '4'
        && "89abAB".indexOf(text.charAt(19)) >= 0;
  }

  /** Whether a text is an absolute URI (RFC 3986). */
  public static boolean isAbsolute(@Nullable String text) {
    try {
      return text != null && isAbsolute(new URI(text));
    } catch (URISyntaxException e) {
      return false;
    }
  }

  /** Whether a URI is absolute (RFC 3986). */
  public static boolean isAbsolute(@Nullable URI uri) {
    return uri != null && uri.isAbsolute() && isAscii(uri.toString()) && !hasStrayBracket(uri);
  }

  /**
   * Java's URIs may have brackets behind the question mark; those of RFC 3986 only around hosts.
   */
  private static boolean hasStrayBracket(URI uri) {
    return uri.isOpaque()
        ? hasBracket(uri.getRawSchemeSpecificPart())
        : hasBracket(uri.getRawQuery()) || hasBracket(uri.getRawFragment());
  }

  private static boolean hasBracket(@Nullable String part) {
    return part != null && (part.indexOf('[') >= 0 || part.indexOf(']') >= 0);
  }

  /** Whether a text is a point in time (RFC 3339), such as {@code 2026-02-05T12:00:00Z}. */
  public static boolean isDateTime(@Nullable String text) {
    return text != null && text.length() >= DATE_TIME.length() && DateTimeSyntax.isDateTime(text);
  }

  /** Whether a text is a UUID of any version, as RFC 9562 writes it. */
  public static boolean isUuid(@Nullable String text) {
    if (text == null || text.length() != UUID_LENGTH) {
      return false;
    }
    for (int i = 0; i < UUID_LENGTH; i++) {
      boolean isDash = i == 8 || i == 13 || i == 18 || i == 23;
      char c = text.charAt(i);
      if (isDash ? c != '-' : Character.digit(c, 16) < 0 || c > 'f') {
        return false;
      }
    }
    return true;
  }

  /**
   * Whether a text is a URL: {@code http} or {@code https}, with a host, of a URI's characters (RFC
   * 3986).
   */
  public static boolean isUrl(@Nullable String text) {
    return text != null && HttpUrlSyntax.isHttpUrl(text);
  }

  /** Whether a text is a data URI with its bytes in Base64. */
  public static boolean isDataUri(@Nullable String text) {
    if (text == null) {
      return false;
    }
    int bytes = DataUriSyntax.payloadStart(text);
    return bytes >= 0 && isBase64(text, bytes);
  }

  /** Whether a text is a data URI with media of a kind: it says so, and its bytes begin so. */
  public static boolean isDataUri(@Nullable String text, MediaKind kind) {
    if (text == null) {
      return false;
    }
    int bytes = DataUriSyntax.payloadStart(text);
    return bytes >= 0
        && DataUriSyntax.isOfKind(text, kind)
        && isBase64(text, bytes)
        && Base64Start.isOf(kind, text, bytes);
  }

  /**
   * Whether a text is bytes in Base64 (RFC 4648 section 4), bare; the padding may be left out, all
   * of it.
   */
  public static boolean isBase64(@Nullable String text) {
    return text != null && isBase64(text, 0);
  }

  /** Whether a text is media of a kind in Base64: its bytes begin as a known format does. */
  public static boolean isBase64(@Nullable String text, MediaKind kind) {
    return text != null && isBase64(text, 0) && Base64Start.isOf(kind, text, 0);
  }

  private static boolean isAscii(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (text.charAt(i) > 127) {
        return false;
      }
    }
    return true;
  }

  private static boolean isBase64(String text, int start) {
    int end = text.length();
    for (int i = 0; i < 2 && end > start && text.charAt(end - 1) == '='; i++) {
      end--;
    }
    int digits = end - start;
    int padding = text.length() - end;
    boolean isWhole = padding == 0 ? digits % 4 != 1 : (digits + padding) % 4 == 0;
    return digits > 0 && isWhole && BASE64.endOfRun(text, start) >= end;
  }
}
