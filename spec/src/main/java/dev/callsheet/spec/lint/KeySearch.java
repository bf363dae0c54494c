package dev.callsheet.spec.lint;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds keys in a text that need not be JSON, looking closely only where there can be one. */
final class KeySearch {
  /** Thirty-two letters and digits, as the platform's keys are, or another well-known form. */
  static final Pattern KEY =
      Pattern.compile(
          "(?<![A-Za-z0-9+/=_-])"
              + "(?:(?=[A-Za-z]{0,31}\\d)(?=[a-z0-9]{0,31}[A-Z])(?=[A-Z0-9]{0,31}[a-z])[A-Za-z0-9]{32}"
              + "|sk-[A-Za-z0-9_-]{20,128}"
              + "|Bearer [A-Za-z0-9._~+/-]{16,512}=*)"
              + "(?![A-Za-z0-9+/=_-])");

  private static final Pattern NAME =
      Pattern.compile(
          "(?i)(?:api[-_ ]?key|authorization|access[-_ ]?token|secret[-_ ]?key|password)\\z");

  /** The longest of those names. */
  private static final int LONGEST_NAME = "authorization".length();

  private static final int KEY_LENGTH = 32;

  private final String text;
  private final Matcher names;
  private final List<Span> found = new ArrayList<>();

  /** A key's first character, and the one behind its last. */
  record Span(int from, int to) {}

  private KeySearch(String text) {
    this.text = text;
    this.names = NAME.matcher(text);
  }

  /** Where keys stand, those in members with tell-tale names included. */
  static List<Span> in(String text) {
    KeySearch search = new KeySearch(text);
    search.run();
    return search.found;
  }

  private void run() {
    Matcher key = KEY.matcher(text).useTransparentBounds(true);
    int at = 0;
    while (at < text.length()) {
      int end = afterWord(at);
      if (end == at) {
        if (text.charAt(at) == ':') {
          member(at);
        }
        at++;
      } else if (canBeKey(at, end) && key.region(at, text.length()).lookingAt()) {
        found.add(new Span(at, key.end()));
        at = key.end();
      } else {
        at = end;
      }
    }
  }

  private int afterWord(int start) {
    int at = start;
    while (at < text.length() && isOfWord(text.charAt(at))) {
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
  private void member(int colon) {
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
    if (!names.region(Math.max(0, name - LONGEST_NAME), name).find()) {
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
      found.add(new Span(from, to));
    }
  }

  private static boolean isOfWord(char c) {
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
