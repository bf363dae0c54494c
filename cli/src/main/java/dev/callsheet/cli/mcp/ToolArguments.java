package dev.callsheet.cli.mcp;

import java.math.BigDecimal;
import java.util.Optional;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;

/** The arguments of a call, within bounds: whoever sends them may have been told to by anybody. */
record ToolArguments(JsonNode json) {
  /** So many requests are taken at once. */
  static final int MAX_REQUESTS = 1000;

  /** So long a text they may be together, in characters. */
  static final int MAX_TEXT = 4 << 20;

  private static final int MAX_NAME = 200;

  /** What ids of models, parameters, rules and platforms are made of; no option begins so. */
  private static final Pattern NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9:._@/\\[\\]+-]*");

  /** An argument that cannot be used. */
  static final class InvalidArgumentException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    InvalidArgumentException(String message) {
      super(message);
    }
  }

  /** The requests, as JSON. */
  JsonNode requests() {
    JsonNode requests = json.get("requests");
    if (requests == null || !(requests.isObject() || requests.isArray())) {
      throw new InvalidArgumentException(
          "`requests` must be a request, or a list of requests, as JSON and not as text");
    }
    if (requests.isArray() && requests.size() > MAX_REQUESTS) {
      throw new InvalidArgumentException(
          "`requests` has %,d items; at most %,d are taken at once"
              .formatted(requests.size(), MAX_REQUESTS));
    }
    return requests;
  }

  /** Their text. */
  String requestText() {
    String text = requests().toPrettyString();
    if (text.length() > MAX_TEXT) {
      throw new InvalidArgumentException(
          "`requests` is too large: at most %,d characters are taken".formatted(MAX_TEXT));
    }
    return text;
  }

  /** The name under a key, where there is one. */
  Optional<String> name(String key) {
    JsonNode value = json.get(key);
    if (value == null || value.isNull()) {
      return Optional.empty();
    }
    String text = value.asString("");
    if (text.length() > MAX_NAME || !NAME.matcher(text).matches()) {
      throw new InvalidArgumentException("`" + key + "` cannot be a name");
    }
    return Optional.of(text);
  }

  /** The name under a key. */
  String requiredName(String key) {
    return name(key).orElseThrow(() -> new InvalidArgumentException("`" + key + "` is missing"));
  }

  boolean isTrue(String key) {
    return json.path(key).asBoolean(false);
  }

  /** The amount under a key, at least 0. */
  BigDecimal amount(String key) {
    JsonNode value = json.path(key);
    if (!value.isNumber() || value.decimalValue().signum() < 0) {
      throw new InvalidArgumentException("`" + key + "` must be a number, at least 0");
    }
    return value.decimalValue();
  }
}
