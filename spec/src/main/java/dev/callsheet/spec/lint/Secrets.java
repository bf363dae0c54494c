package dev.callsheet.spec.lint;

import dev.callsheet.spec.calculus.Place;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;

/** Recognises API keys in requests, and covers them wherever a line is shown. */
final class Secrets {
  private static final Set<String> NAMES =
      Set.of("apikey", "authorization", "accesstoken", "secretkey", "password");

  private static final Pattern SEPARATOR = Pattern.compile("[-_ ]");

  /** A value that stands for a key to be filled in later. */
  private static final Pattern PLACEHOLDER =
      Pattern.compile("[\\sx*.…]*|\\$\\{?\\w+}?|\\{\\{.*}}|<.*>|%\\w+%|(?i)(your|my)[-_ ].*");

  private Secrets() {}

  /** Every value in a task that is a key. */
  static List<Place> in(Place task) {
    List<Place> found = new ArrayList<>();
    search(task, "", found);
    return found;
  }

  /** The same text, of the same length, with every key covered. */
  static String covered(String text, List<Integer> startsOfSecretStrings) {
    List<KeySearch.Span> keys = KeySearch.in(text);
    if (keys.isEmpty() && startsOfSecretStrings.isEmpty()) {
      return text;
    }
    StringBuilder covered = new StringBuilder(text);
    for (int start : startsOfSecretStrings) {
      cover(covered, start + 1, endOfString(text, start));
    }
    for (KeySearch.Span key : keys) {
      if (!PLACEHOLDER.matcher(text.substring(key.from(), key.to())).matches()) {
        cover(covered, key.from(), key.to());
      }
    }
    return covered.toString();
  }

  private static void search(Place place, String name, List<Place> found) {
    JsonNode value = place.value();
    if (value.isString() && isSecret(name, value.stringValue())) {
      found.add(place);
    }
    for (Map.Entry<String, JsonNode> member : value.properties()) {
      Place inside = place.member(member.getKey());
      if (inside != null) {
        search(inside, member.getKey(), found);
      }
    }
    for (Place item : place.items()) {
      search(item, name, found);
    }
  }

  /** Whether what stands under a name is a key, whatever it looks like. */
  static boolean isTellTale(String name) {
    return NAMES.contains(SEPARATOR.matcher(name.toLowerCase(Locale.ROOT)).replaceAll(""));
  }

  private static boolean isSecret(String name, String value) {
    if (isTellTale(name)) {
      return !PLACEHOLDER.matcher(value).matches();
    }
    // A key stands alone; what is longer is a prompt or a piece of media.
    return value.length() <= 600 && KeySearch.KEY.matcher(value).matches();
  }

  /** Where the string that begins at an offset is closed. */
  private static int endOfString(String text, int start) {
    int end = start + 1;
    while (end < text.length() && text.charAt(end) != '"') {
      end += text.charAt(end) == '\\' ? 2 : 1;
    }
    return Math.min(end, text.length());
  }

  private static void cover(StringBuilder text, int from, int to) {
    for (int i = from; i < to; i++) {
      if (!Character.isWhitespace(text.charAt(i))) {
        text.setCharAt(i, '*');
      }
    }
  }
}
