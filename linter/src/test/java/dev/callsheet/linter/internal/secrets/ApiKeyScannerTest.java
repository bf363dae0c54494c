package dev.callsheet.linter.internal.secrets;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ApiKeyScannerTest {
  /** What is searched for, as one slow expression. */
  private static final Pattern MEMBER =
      Pattern.compile(
          "(?i)(?:api[-_ ]?key|authorization|access[-_ ]?token|secret[-_ ]?key|password)[\"']?"
              + "\\s*:\\s*[\"']?([^\"'\\r\\n,}\\]]+)");

  private static final List<String> PIECES =
      List.of(
          "aB3dE6gH9jK2mN5pQ8sT1vW4yZ7bC0eF",
          "sk-",
          "Bearer ",
          "abcdefghij1234567890",
          "apiKey",
          "API_KEY",
          "api key",
          "authorization",
          "access-token",
          "secretkey",
          "Password",
          "password",
          "\"",
          "'",
          ":",
          " ",
          "\n",
          "\r\n",
          ",",
          "}",
          "]",
          "x",
          "=",
          "/",
          "_",
          "-",
          "é",
          "$KEY");

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"apiKey\": \"abc\"}",
        "password :\n 'x y z'",
        "\"authorization\": \"Bearer abcdefghij1234567890=\"",
        "xapiKey: 1",
        "x aB3dE6gH9jK2mN5pQ8sT1vW4yZ7bC0eF y",
        "aB3dE6gH9jK2mN5pQ8sT1vW4yZ7bC0eF0",
        "\"key\": \"value\"",
        "Bearer short",
        "sk-abcdefghij1234567890",
        "password:",
      })
  void findsSameKeysAsRegularExpressions(String text) {
    assertThat(covered(text)).isEqualTo(coveredByExpressions(text));
  }

  /**
   * In a value that goes on like another member, the expression stops looking; the search goes on.
   */
  @Test
  void findsAllKeysOfRegularExpressionsInRandomText() {
    Random random = new Random(5);
    for (int i = 0; i < 50_000; i++) {
      StringBuilder made = new StringBuilder();
      for (int pieces = random.nextInt(12); pieces > 0; pieces--) {
        made.append(PIECES.get(random.nextInt(PIECES.size())));
      }
      String text = made.toString();
      String found = covered(text);
      String expected = coveredByExpressions(text);
      if (text.chars().filter(c -> c == ':').count() <= 1) {
        assertThat(found).as(text).isEqualTo(expected);
      }
      for (int at = 0; at < text.length(); at++) {
        assertThat(expected.charAt(at) != '*' || found.charAt(at) == '*').as(text).isTrue();
      }
    }
  }

  private static String covered(String text) {
    StringBuilder covered = new StringBuilder(text);
    ApiKeyScanner.find(text).forEach(key -> cover(covered, key.from(), key.to()));
    return covered.toString();
  }

  private static String coveredByExpressions(String text) {
    StringBuilder covered = new StringBuilder(text);
    for (Pattern pattern : List.of(ApiKeyScanner.KEY_PATTERN, MEMBER)) {
      Matcher matcher = pattern.matcher(text);
      while (matcher.find()) {
        int group = matcher.groupCount();
        cover(covered, matcher.start(group), matcher.end(group));
      }
    }
    return covered.toString();
  }

  private static void cover(StringBuilder text, int from, int to) {
    for (int i = from; i < to; i++) {
      if (!Character.isWhitespace(text.charAt(i))) {
        text.setCharAt(i, '*');
      }
    }
  }
}
