package dev.callsheet.spec.logic;

import dev.callsheet.runtime.MediaKind;
import dev.callsheet.runtime.TextFormat;
import dev.callsheet.runtime.client.media.Base64Start;
import dev.callsheet.runtime.support.Regex;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** A form in which a request can contain media: by reference, by address, or the bytes. */
public enum MediaSource {
  /** The UUID of media stored before. */
  UUID(
      "uuid",
      TextFormat.UUID,
      "^[0-9a-fA-F]{8}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{12}$"),
  /** A public URL: {@code http} or {@code https}, with a host, of a URI's characters (RFC 3986). */
  URL(
      "url",
      TextFormat.URL,
      "^(?!.*%(?![0-9A-Fa-f]{2}))[Hh][Tt][Tt][Pp][Ss]?://[\\w.~%!$&'()*+,;=:@\\[\\]-]+"
          + "(?:[/?][\\w.~%!$&'()*+,;=:@/?-]*)?(?:#[\\w.~%!$&'()*+,;=:@/?-]*)?$"),
  /** A data URI with the bytes in Base64. */
  DATA_URI(
      "dataUri",
      TextFormat.DATA_URI,
      "^data:[\\w.+-]+/[\\w.+-]+(?:;[\\w.+-]+=[^;,\\s]*)*;base64," + Bytes.REGEX),
  /** The bytes in Base64 (RFC 4648 section 4), bare; all padding may be left out. */
  BASE64("base64", TextFormat.BASE64, "^" + Bytes.REGEX);

  private final String keyword;
  private final TextFormat textFormat;
  private final String regex;

  @SuppressWarnings("ImmutableEnumChecker") // what it keeps changes nothing that it says
  private final Regex pattern;

  @SuppressWarnings("ImmutableEnumChecker") // compiled when they are first needed
  private final Map<MediaKind, Regex> ofKind = new ConcurrentHashMap<>();

  MediaSource(String keyword, TextFormat textFormat, String regex) {
    this.keyword = keyword;
    this.textFormat = textFormat;
    this.regex = regex;
    this.pattern = Regex.of(regex);
  }

  /** The word for it in a spec. */
  public String keyword() {
    return keyword;
  }

  /** The form of such a text, in the terms of violations. */
  public TextFormat textFormat() {
    return textFormat;
  }

  /** The form for people, with an article, such as {@code a URL}. */
  public String displayName() {
    return textFormat.displayName();
  }

  /** The regular expression (ECMAScript's dialect) that exactly the texts of this form match. */
  public String regex() {
    return regex;
  }

  /**
   * The same for media of a kind: a data URI names it, and Base64 begins as a file of it does.
   * Where media is referred to, nothing tells its kind.
   */
  public String regex(@Nullable MediaKind kind) {
    if (kind == null || isReference()) {
      return regex;
    }
    return regex
        .replace("^data:[\\w.+-]+/", "^data:" + kind.contentTypePrefix())
        .replace(Bytes.REGEX, "(?=" + Base64Start.regex(kind) + ")" + Bytes.REGEX);
  }

  /** Whether a text has this form. Whether there is media at that address, only the API knows. */
  public boolean accepts(String text) {
    return pattern.isFoundIn(text);
  }

  /** The same for media of a kind. */
  public boolean accepts(String text, @Nullable MediaKind kind) {
    return (kind == null || isReference())
        ? accepts(text)
        : ofKind.computeIfAbsent(kind, k -> Regex.of(regex(k))).isFoundIn(text);
  }

  private boolean isReference() {
    return this == UUID || this == URL;
  }

  /** Whole groups of four characters, and a last one of two or more. */
  private static final class Bytes {
    static final String REGEX =
        "(?:[A-Za-z0-9+/]{4})*(?:[A-Za-z0-9+/]{4}|[A-Za-z0-9+/]{3}=?|[A-Za-z0-9+/]{2}(?:==)?)$";
  }
}
