package dev.callsheet.runtime.internal.secrets;

import java.util.ArrayList;
import java.util.List;

/**
 * Finds secrets in a text by their looks and by what stands before them. The text need not be JSON,
 * nor whole. What is found: thirty-two letters and digits of all three kinds, as the platform's
 * keys are; tokens with a well-known beginning; what follows {@code Bearer} or {@code Basic}; the
 * value under a {@linkplain SecretNames secret's name}, behind a colon or an equals sign; a
 * password in front of a host.
 *
 * <p>The text is walked once, from one of its {@linkplain Landmarks landmarks} to the next. A
 * search that starts at a character looks a bounded way back, and goes forward over a value that
 * the walk then leaves out, so time is linear.
 */
final class SecretScanner {
  private static final int ACCOUNT_KEY_LENGTH = 32;

  /** How many characters follow a well-known beginning at least. */
  private static final int MIN_TOKEN_LENGTH = Landmarks.MIN_RUN_LENGTH;

  private static final List<String> TOKEN_PREFIXES =
      List.of(
          "sk-",
          "hf_",
          "r8_",
          "ghp_",
          "gho_",
          "ghu_",
          "ghs_",
          "ghr_",
          "github_pat_",
          "glpat-",
          "xoxa-",
          "xoxb-",
          "xoxp-",
          "xoxr-",
          "AIza",
          "AKIA",
          "ASIA",
          "eyJ");

  /** These by their first characters: asked of every word of a text. */
  private static final String[][] PREFIXES_BY_LETTER =
      SecretNames.byLetter(TOKEN_PREFIXES, prefix -> prefix.charAt(0));

  /** In small letters; every word of a text is asked for the first one. */
  private static final String[] SCHEMES = {"bearer", "basic"};

  private static final char FIRST_OF_SCHEMES = 'b';

  /** What stands between the name of a scheme and a host. */
  private static final String BEFORE_HOST = "://";

  /** The longest name and password in front of a host. */
  private static final int MAX_USER_INFO = 512;

  /** An array, since its characters are much sooner at hand than those of a text. */
  private final char[] chars;

  private final Landmarks landmarks;
  private final List<Range> found = new ArrayList<>();

  /** The next run, or the one that the walk is in. */
  private int runStart;

  private int runEnd;

  /** A secret's first character, and the one behind its last. */
  record Range(int from, int to) {}

  private SecretScanner(char[] chars, Landmarks landmarks) {
    this.chars = chars;
    this.landmarks = landmarks;
  }

  /** Where secrets stand, in the order of the text, whose landmarks are known. */
  static List<Range> scan(char[] chars, Landmarks landmarks) {
    SecretScanner scanner = new SecretScanner(chars, landmarks);
    int at = scanner.next(0);
    while (at < chars.length) {
      char c = chars[at];
      if (CharKinds.is(CharKinds.ALPHANUMERIC, c)) {
        at = scanner.scanWord(at);
      } else if (c == ':') {
        at = Math.max(at + 1, scanner.scanColon(at));
      } else if (c == '=') {
        at = Math.max(at + 1, scanner.scanEquals(at));
      } else {
        at++;
      }
      at = scanner.next(at);
    }
    return scanner.found;
  }

  /** The first place from an offset on that has to be looked at. */
  private int next(int from) {
    if (from >= runEnd) {
      runStart = landmarks.nextRun(from);
      runEnd = landmarks.endOfRun(runStart);
    }
    int at = from;
    while (at < runStart) {
      at = landmarks.nextSign(at);
      if (at < runStart && !isInsideWord(at)) {
        return at;
      }
      at++;
    }
    return Math.max(from, runStart);
  }

  /** Whether a letter or digit has another before it. */
  private boolean isInsideWord(int at) {
    return at > 0
        && CharKinds.is(CharKinds.ALPHANUMERIC, chars[at])
        && CharKinds.is(CharKinds.ALPHANUMERIC, chars[at - 1]);
  }

  /** Looks at the letters and digits that begin at an offset, and returns where to look next. */
  private int scanWord(int at) {
    char first = chars[at];
    int end = at + 1;
    while (end < chars.length && CharKinds.is(CharKinds.ALPHANUMERIC, chars[end])) {
      end++;
    }
    int token = PREFIXES_BY_LETTER[first].length == 0 ? -1 : tokenEnd(at);
    if ((first | ' ') == FIRST_OF_SCHEMES) {
      token = Math.max(token, credentialsEnd(at, end));
    }
    if (token < 0 && end - at == ACCOUNT_KEY_LENGTH && isMixed(at, end)) {
      token = add(at, end);
    }
    return Math.max(end, token);
  }

  /** The end of a token with a well-known beginning; negative when there is none. */
  private int tokenEnd(int at) {
    for (String prefix : PREFIXES_BY_LETTER[chars[at]]) {
      if (startsWith(prefix, at)) {
        int end = at + prefix.length();
        while (end < chars.length && CharKinds.is(CharKinds.TOKEN, chars[end])) {
          end++;
        }
        return end - at - prefix.length() < MIN_TOKEN_LENGTH ? -1 : add(at, end);
      }
    }
    return -1;
  }

  private boolean startsWith(String prefix, int at) {
    if (chars.length - at < prefix.length()) {
      return false;
    }
    for (int i = 0; i < prefix.length(); i++) {
      if (chars[at + i] != prefix.charAt(i)) {
        return false;
      }
    }
    return true;
  }

  /** Whether letters of ASCII stand there, in capitals or not; there are as many at least. */
  private boolean startsWithInAnyCase(String small, int at) {
    for (int i = 0; i < small.length(); i++) {
      if ((chars[at + i] | ' ') != small.charAt(i)) {
        return false;
      }
    }
    return true;
  }

  /** The end of what follows the name of a scheme; negative where it is a word of prose. */
  private int credentialsEnd(int at, int end) {
    if (!isScheme(at, end)) {
      return -1;
    }
    int from = end;
    while (from < chars.length && (chars[from] == '+' || isSpace(chars[from]))) {
      from++;
    }
    int to = from;
    boolean hasDigit = false;
    while (to < chars.length && CharKinds.is(CharKinds.CREDENTIAL, chars[to])) {
      hasDigit |= chars[to] >= '0' && chars[to] <= '9';
      to++;
    }
    boolean plausible = to - from >= MIN_TOKEN_LENGTH || (hasDigit && to - from >= 8);
    return from > end && plausible ? add(from, to) : -1;
  }

  private boolean isScheme(int from, int to) {
    for (String scheme : SCHEMES) {
      if (scheme.length() == to - from && startsWithInAnyCase(scheme, from)) {
        return true;
      }
    }
    return false;
  }

  /**
   * The value behind a colon, where the name before it is a secret's; or a password before a host.
   */
  private int scanColon(int colon) {
    if (startsWith(BEFORE_HOST, colon)) {
      return scanUserInfo(colon + BEFORE_HOST.length());
    }
    int end = skipSpaceBack(colon);
    boolean quoted = end > 0 && isQuote(chars[end - 1]);
    end -= quoted ? 1 : 0;
    if (!SecretNames.isSecretQuoted(chars, Math.max(0, end - SecretNames.MAX_LENGTH), end)) {
      return colon; // wherever the name begins
    }
    int start = nameStart(end, quoted);
    boolean secret =
        quoted
            ? SecretNames.isSecretQuoted(chars, start, end)
            : SecretNames.isSecretName(chars, start, end);
    return secret ? addValue(colon + 1, "\"'\r\n,}]") : colon;
  }

  private int scanEquals(int equals) {
    int end = skipSpaceBack(equals);
    return SecretNames.isSecretParameter(chars, nameStart(end, false), end)
        ? addValue(equals + 1, "\"'` \t\r\n&;#,|<>(){}[]\\")
        : equals;
  }

  /** Covers a value up to one of these characters, or up to the quote or bracket that ends it. */
  private int addValue(int start, String ends) {
    int from = start;
    while (from < chars.length && isSpace(chars[from])) {
      from++;
    }
    if (from == chars.length) {
      return from;
    }
    char first = chars[from];
    if (isQuote(first)) {
      int to = from + 1;
      while (to < chars.length && chars[to] != first) {
        to += chars[to] == '\\' ? 2 : 1;
      }
      return add(from + 1, Math.min(to, chars.length));
    }
    if (first == '{' || first == '[') {
      return add(from, bracketEnd(from));
    }
    int to = from;
    while (to < chars.length && ends.indexOf(chars[to]) < 0) {
      to++;
    }
    return add(from, to);
  }

  /** Where the object or list ends that begins at an offset. */
  private int bracketEnd(int open) {
    int depth = 0;
    boolean inString = false;
    for (int at = open; at < chars.length; at++) {
      char c = chars[at];
      if (c == '\\') {
        at++;
      } else if (c == '"') {
        inString = !inString;
      } else if (!inString && (c == '{' || c == '[')) {
        depth++;
      } else if (!inString && (c == '}' || c == ']') && --depth == 0) {
        return at + 1;
      }
    }
    return chars.length;
  }

  /** Covers what stands between the first colon and the last at sign in front of a host. */
  private int scanUserInfo(int from) {
    int limit = Math.min(chars.length, from + MAX_USER_INFO);
    int colon = -1;
    int sign = -1;
    for (int at = from; at < limit && !CharKinds.is(CharKinds.END_OF_USER_INFO, chars[at]); at++) {
      colon = colon < 0 && chars[at] == ':' ? at : colon;
      sign = chars[at] == '@' ? at : sign;
    }
    return colon >= 0 && sign > colon ? add(colon + 1, sign) : from;
  }

  private int skipSpaceBack(int end) {
    int at = end;
    while (at > 0 && end - at < SecretNames.MAX_LENGTH && isSpace(chars[at - 1])) {
      at--;
    }
    return at;
  }

  /** Where the name begins that ends at an offset; between quotes it may be of several words. */
  private int nameStart(int end, boolean ofWords) {
    int kind = ofWords ? CharKinds.QUOTED_NAME : CharKinds.NAME;
    int at = end;
    while (at > 0 && end - at < SecretNames.MAX_LENGTH && CharKinds.is(kind, chars[at - 1])) {
      at--;
    }
    return at;
  }

  private int add(int from, int to) {
    if (to > from) {
      found.add(new Range(from, to));
    }
    return Math.max(from, to);
  }

  /** Whether there are digits, capital and small letters. */
  private boolean isMixed(int from, int to) {
    int kinds = 0;
    for (int i = from; i < to; i++) {
      char c = chars[i];
      kinds |= c <= '9' ? 1 : c <= 'Z' ? 2 : 4;
    }
    return kinds == 7;
  }

  private static boolean isQuote(char c) {
    return c == '"' || c == '\'';
  }

  private static boolean isSpace(char c) {
    return c == ' ' || (c >= '\t' && c <= '\r');
  }
}
