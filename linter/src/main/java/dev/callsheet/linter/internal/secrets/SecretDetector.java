package dev.callsheet.linter.internal.secrets;

import dev.callsheet.linter.internal.json.PositionedJson;
import dev.callsheet.spec.logic.JsonLocation;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;

/** Recognises API keys in requests, and covers them wherever a line is shown. */
public final class SecretDetector {
  private static final Set<String> NAMES =
      Set.of("apikey", "authorization", "accesstoken", "secretkey", "password");

  private static final Pattern SEPARATOR = Pattern.compile("[-_ ]");

  /** A value that stands for a key to be filled in later. */
  private static final Pattern PLACEHOLDER =
      Pattern.compile("[\\sx*.…]*|\\$\\{?\\w+}?|\\{\\{.*}}|<.*>|%\\w+%|(?i)(your|my)[-_ ].*");

  private SecretDetector() {}

  /** Every value in a task that is a key. */
  public static List<JsonLocation> find(JsonLocation task) {
    List<JsonLocation> found = new ArrayList<>();
    search(task, "", found);
    return found;
  }

  /** The same text, of the same length, with every key covered. */
  public static String masked(String text, List<PositionedJson> secrets) {
    List<ApiKeyScanner.KeyRange> keys = ApiKeyScanner.find(text);
    if (keys.isEmpty() && secrets.isEmpty()) {
      return text;
    }
    StringBuilder covered = new StringBuilder(text);
    for (PositionedJson secret : secrets) {
      mask(covered, secret.startOffset() + 1, secret.endOffset() - 1);
    }
    for (ApiKeyScanner.KeyRange key : keys) {
      if (!PLACEHOLDER.matcher(text.substring(key.from(), key.to())).matches()) {
        mask(covered, key.from(), key.to());
      }
    }
    return covered.toString();
  }

  private static void search(JsonLocation place, String name, List<JsonLocation> found) {
    JsonNode value = place.value();
    if (value.isString() && isSecret(name, value.stringValue())) {
      found.add(place);
    }
    for (Map.Entry<String, JsonNode> member : value.properties()) {
      JsonLocation inside = place.member(member.getKey());
      if (inside != null) {
        search(inside, member.getKey(), found);
      }
    }
    for (JsonLocation item : place.items()) {
      search(item, name, found);
    }
  }

  /** Whether what stands under a name is a key, whatever it looks like. */
  public static boolean isSecretName(String name) {
    return NAMES.contains(SEPARATOR.matcher(name.toLowerCase(Locale.ROOT)).replaceAll(""));
  }

  private static boolean isSecret(String name, String value) {
    if (isSecretName(name)) {
      return !PLACEHOLDER.matcher(value).matches();
    }
    // A key stands alone; what is longer is a prompt or a piece of media.
    return value.length() <= 600 && ApiKeyScanner.KEY_PATTERN.matcher(value).matches();
  }

  private static void mask(StringBuilder text, int from, int to) {
    for (int i = from; i < to; i++) {
      if (!Character.isWhitespace(text.charAt(i))) {
        text.setCharAt(i, '*');
      }
    }
  }
}
