package dev.callsheet.spec.logic;

import dev.callsheet.runtime.TextFormat;
import dev.callsheet.runtime.support.Texts;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The formats of strings that are checked. */
public enum StringFormat {
  /** Unicode text, which every string has to be. */
  TEXT("text", TextFormat.TEXT),
  /** A UUID of any version, as RFC 9562 writes it. */
  UUID("uuid", TextFormat.UUID),
  /** A UUID of version 4. */
  UUID4("uuid4", TextFormat.UUID4),
  /** An absolute URI (RFC 3986). */
  URI("uri", TextFormat.URI),
  /** A point in time (RFC 3339), such as {@code 2026-02-05T12:00:00Z}. */
  DATE_TIME("date-time", TextFormat.DATE_TIME);

  private static final Pattern DATE_TIME_PATTERN =
      Pattern.compile(
          "(\\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d{2}:)(\\d{2})(?:\\.\\d+)?(Z|[+-]\\d{2}:\\d{2})");

  private final String keyword;
  private final TextFormat textFormat;

  StringFormat(String keyword, TextFormat textFormat) {
    this.keyword = keyword;
    this.textFormat = textFormat;
  }

  /** The format of that keyword; empty for unknown ones, which are not checked. */
  public static Optional<StringFormat> forKeyword(String keyword) {
    return Arrays.stream(values()).filter(format -> format.keyword.equals(keyword)).findFirst();
  }

  /**
   * A regular expression (ECMAScript's dialect) that texts of this format match, for validators
   * that ignore formats; empty where there is none. Only those of UUIDs are as strict as the
   * format.
   */
  public Optional<String> regex() {
    return switch (this) {
      case TEXT, DATE_TIME -> Optional.empty();
      case UUID -> Optional.of(MediaSource.UUID.regex());
      case UUID4 ->
          Optional.of(
              "^[0-9a-fA-F]{8}-[0-9a-fA-F]{4}-4[0-9a-fA-F]{3}-[89abAB][0-9a-fA-F]{3}-[0-9a-fA-F]{12}$");
      case URI -> Optional.of("^[A-Za-z][A-Za-z0-9+.-]*:(?!\\/\\/$)[!-~]+$");
    };
  }

  /** The word for it in a spec. */
  public String keyword() {
    return keyword;
  }

  /** This format in the terms of violations. */
  public TextFormat textFormat() {
    return textFormat;
  }

  /** What a value of this format is, for people, such as {@code a UUID}. */
  public String displayName() {
    return textFormat.displayName();
  }

  /** Whether a text has this format. */
  public boolean accepts(String text) {
    return switch (this) {
      case TEXT -> Texts.isText(text);
      case UUID -> MediaSource.UUID.accepts(text);
      case UUID4 -> isUuid4(text);
      case URI -> isUri(text);
      case DATE_TIME -> isDateTime(text);
    };
  }

  private static boolean isUuid4(String text) {
    return UUID.accepts(text) && text.charAt(14) == '4' && "89abAB".indexOf(text.charAt(19)) >= 0;
  }

  private static boolean isUri(String text) {
    try {
      URI uri = new URI(text);
      return uri.isAbsolute() && text.chars().allMatch(c -> c < 128) && !hasStrayBracket(uri);
    } catch (URISyntaxException e) {
      return false;
    }
  }

  /**
   * Java's URIs may have brackets behind the question mark; those of RFC 3986 only around hosts.
   */
  private static boolean hasStrayBracket(URI uri) {
    String tail =
        uri.isOpaque() ? uri.getRawSchemeSpecificPart() : uri.getRawQuery() + uri.getRawFragment();
    return tail.contains("[") || tail.contains("]");
  }

  private static boolean isDateTime(String text) {
    String upper = text.toUpperCase(Locale.ROOT);
    Matcher form = DATE_TIME_PATTERN.matcher(upper);
    if (!form.matches()) {
      return false;
    }
    boolean leapSecond = form.group(2).equals("60");
    String parsable = form.group(1) + (leapSecond ? "59" : form.group(2)) + form.group(3);
    try {
      OffsetDateTime utc = OffsetDateTime.parse(parsable).withOffsetSameInstant(ZoneOffset.UTC);
      return !leapSecond || (utc.getHour() == 23 && utc.getMinute() == 59);
    } catch (DateTimeParseException e) {
      return false;
    }
  }
}
