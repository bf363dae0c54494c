package dev.callsheet.runtime.client.transport;

import dev.callsheet.runtime.client.error.ConfigurationException;
import java.nio.charset.StandardCharsets;

/** The key to the account. It leaves this class only inside an Authorization header. */
public final class ApiKey {
  private static final String HIDDEN = "[key]";

  private final String key;

  /**
   * A key as the user gave it; blanks around it are dropped.
   *
   * @throws ConfigurationException if it is empty or has characters that no header may carry
   */
  public ApiKey(String key) {
    this.key = key.strip();
    if (this.key.isEmpty()) {
      throw new ConfigurationException("The API key is empty");
    }
    if (!this.key.chars().allMatch(c -> c > ' ' && c < 127)) {
      throw new ConfigurationException(
          "The API key has blanks, control or non-ASCII characters in it: it cannot be a key");
    }
  }

  String authorization() {
    return "Bearer " + key;
  }

  /** The body with every occurrence of the key hidden: servers quote keys in their errors. */
  byte[] hiddenIn(byte[] body) {
    var text = new String(body, StandardCharsets.ISO_8859_1); // one byte, one character
    return text.contains(key)
        ? text.replace(key, HIDDEN).getBytes(StandardCharsets.ISO_8859_1)
        : body;
  }

  String hiddenIn(String text) {
    return text.replace(key, HIDDEN);
  }

  /** Never the key. */
  @Override
  public String toString() {
    return HIDDEN;
  }
}
