package dev.callsheet.linter.internal.secrets;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds keys in a text that need not be JSON, looking closely only where there can be one. */
final class ApiKeyScanner {
  /** Thirty-two letters and digits, as the platform's keys are, or another well-known form. */
  static final Pattern KEY_PATTERN =
      Pattern.compile(
          "(?<![A-Za-z0-9+/=_-])"
              + "(?:(?=[A-Za-z]{0,31}\\d)(?=[a-z0-9]{0,31}[A-Z])(?=[A-Z0-9]{0,31}[a-z])[A-Za-z0-9]{32}"
              + "|sk-[A-Za-z0-9_-]{20,128}"
              + "|Bearer [A-Za-z0-9._~+/-]{16,512}=*)"
              + "(?![A-Za-z0-9+/=_-])");

  private static final Pattern SECRET_NAME_PATTERN =
      Pattern.compile(
          "(?i)(?:api[-_ ]?key|authorization|access[-_ ]?token|secret[-_ ]?key|password)\\z");

  /** The longest of those names. */
  private static final int MAX_NAME_LENGTH = "authorization".length();

  private static final int KEY_LENGTH = 32;

  private final String text;
  private final Matcher names;
  private final List<KeyRange> found = new ArrayList<>();

  /** A key's first character, and the one behind its last. */
  record KeyRange(int from, int to) {}

  private ApiKeyScanner(String text) {
    this.text = text;
    this.names = SECRET_NAME_PATTERN.matcher(text);
  }

  /** Where keys stand, those in members with tell-tale names included. */
  static List<KeyRange> find(String text) {
    ApiKeyScanner search = new ApiKeyScanner(text);
    search.scan();
    return search.found;
  }

  private void scan() {
    Matcher key = KEY_PATTERN.matcher(text).useTransparentBounds(true);
    int at = 0;
    while (at < text.length()) {
      int end = wordEnd(at);
      if (end == at) {
        if (text.charAt(at) == ':') {
          addSecretMember(at);
        }
        at++;
      } else if (canBeKey(at, end) && key.region(at, text.length()).lookingAt()) {
        found.add(new KeyRange(at, key.end()));
        at = key.end();
      } else {
        at = end;
      }
    }
  }

  private int wordEnd(int start) {
    int at = start;
    while (at < text.length() && isWordCharacter(text.charAt(at))) {
      at++;
    }
    return at;
  }

  private boolean canBeKey(int start, int end) {
    return end - start == KEY_LENGTH
        || text.startsWith("sk-", start)
        || (end - start == "Bearer".length() && text.startsWith("Bearer ", start));
  }

  /** The value behind a colon, where what stands before it is a tell-tale name. */
  private void addSecretMember(int colon) {
    int name = colon;
    while (name > 0 && isSpace(text.charAt(name - 1))) {
      name--;
    }
    if (name > 0 && isQuote(text.charAt(name - 1))) {
      name--;
    }
    if (name == 0 || "yYnNdD".indexOf(text.charAt(name - 1)) < 0) {
      return; // no tell-tale name ends so
    }
    if (!names.region(Math.max(0, name - MAX_NAME_LENGTH), name).find()) {
      return;
    }
    int from = colon + 1;
    while (from < text.length() && isSpace(text.charAt(from))) {
      from++;
    }
    if (from < text.length() && isQuote(text.charAt(from))) {
      from++;
    }
    int to = from;
    while (to < text.length() && "\"'\r\n,}]".indexOf(text.charAt(to)) < 0) {
      to++;
    }
    if (to > from) {
      found.add(new KeyRange(from, to));
    }
  }

  private static boolean isWordCharacter(char c) {
    return (c >= 'a' && c <= 'z')
        || (c >= 'A' && c <= 'Z')
        || (c >= '0' && c <= '9')
        || c == '+'
        || c == '/'
        || c == '='
        || c == '_'
        || c == '-';
  }

  private static boolean isQuote(char c) {
    return c == '"' || c == '\'';
  }

  private static boolean isSpace(char c) {
    return c == ' ' || (c >= '\t' && c <= '\r');
  }
}
