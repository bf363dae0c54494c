package dev.callsheet.linter.internal.secrets;

import dev.callsheet.runtime.internal.secrets.SecretNames;
import dev.callsheet.spec.logic.JsonLocation;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;

/** Recognises API keys in requests. */
public final class SecretDetector {
  /** Thirty-two letters and digits, as the platform's keys are, or another well-known form. */
  private static final Pattern KEY =
      Pattern.compile(
          "(?=[A-Za-z]{0,31}\\d)(?=[a-z0-9]{0,31}[A-Z])(?=[A-Z0-9]{0,31}[a-z])[A-Za-z0-9]{32}"
              + "|sk-[A-Za-z0-9_-]{20,128}"
              + "|Bearer [A-Za-z0-9._~+/-]{16,512}=*");

  private static final int ACCOUNT_KEY_LENGTH = 32;

  /** Longer texts are prompts or media. */
  private static final int MAX_KEY_LENGTH = 600;

  /** A value that stands for a key to be filled in later. */
  private static final Pattern PLACEHOLDER =
      Pattern.compile("[\\sx*.…]*|\\$\\{?\\w+}?|\\{\\{.*}}|<.*>|%\\w+%|(?i)(your|my)[-_ ].*");

  private SecretDetector() {}

  /**
   * Every place in a task where a key stands: a value that is one, or is named as one, whatever it
   * is; or a member whose name is one.
   */
  public static List<JsonLocation> find(JsonLocation task) {
    if (!isFoundIn(task.value())) {
      return List.of(); // as mostly, so that no place is noted for nothing
    }
    List<JsonLocation> found = new ArrayList<>();
    search(task, found);
    return found;
  }

  private static boolean isFoundIn(JsonNode value) {
    if (value.isObject()) {
      for (Map.Entry<String, JsonNode> member : value.properties()) {
        if (isKeyMember(member) || isFoundIn(member.getValue())) {
          return true;
        }
      }
    } else if (value.isArray()) {
      for (JsonNode item : value.values()) {
        if (isFoundIn(item)) {
          return true;
        }
      }
    }
    return value.isString() && isKey(value.stringValue());
  }

  private static void search(JsonLocation place, List<JsonLocation> found) {
    JsonNode value = place.value();
    if (value.isString() && isKey(value.stringValue())) {
      found.add(place);
    }
    for (Map.Entry<String, JsonNode> member : value.properties()) {
      JsonLocation inside = place.member(member.getKey());
      if (inside != null) {
        if (isKeyMember(member)) {
          found.add(inside);
        } else {
          search(inside, found);
        }
      }
    }
    for (JsonLocation item : place.items()) {
      search(item, found);
    }
  }

  private static boolean isKeyMember(Map.Entry<String, JsonNode> member) {
    return (SecretNames.isSecretName(member.getKey()) && holdsSecret(member.getValue()))
        || isKey(member.getKey());
  }

  /** Whether a value that is named as a secret is one, or has one in it. */
  private static boolean holdsSecret(JsonNode value) {
    if (value.isArray()) {
      return value.values().stream().anyMatch(SecretDetector::holdsSecret);
    }
    return (value.isObject() && !value.isEmpty())
        || value.isNumber()
        || (value.isString() && !PLACEHOLDER.matcher(value.stringValue()).matches());
  }

  private static boolean isKey(String text) {
    boolean isPossible =
        text.length() == ACCOUNT_KEY_LENGTH || text.startsWith("sk-") || text.startsWith("Bearer ");
    return isPossible && text.length() <= MAX_KEY_LENGTH && KEY.matcher(text).matches();
  }
}
