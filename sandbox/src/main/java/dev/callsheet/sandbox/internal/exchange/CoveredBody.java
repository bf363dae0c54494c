package dev.callsheet.sandbox.internal.exchange;

import dev.callsheet.runtime.internal.secrets.SecretText;

/**
 * A body without what looks like a key. JSON stays JSON: in it texts alone are covered, since a
 * number, an object or a list under the name of a key is none.
 */
final class CoveredBody {
  private CoveredBody() {}

  static String of(String body) {
    String covered = SecretText.covered(body);
    return covered.equals(body) || !isJson(body) ? covered : textsOnly(body, covered);
  }

  private static boolean isJson(String body) {
    String begin = body.stripLeading();
    return begin.startsWith("{") || begin.startsWith("[");
  }

  /** What is covered where a text of the JSON is; both have the same length. */
  private static String textsOnly(String json, String covered) {
    StringBuilder result = new StringBuilder(json);
    boolean inText = false;
    for (int i = 0; i < json.length(); i++) {
      char c = json.charAt(i);
      if (c == '"') {
        inText = !inText;
      } else if (inText) {
        result.setCharAt(i, covered.charAt(i));
        if (c == '\\' && i + 1 < json.length()) {
          i++;
          result.setCharAt(i, covered.charAt(i));
        }
      }
    }
    return result.toString();
  }
}
