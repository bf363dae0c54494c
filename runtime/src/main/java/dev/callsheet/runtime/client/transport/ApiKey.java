package dev.callsheet.runtime.client.transport;

import dev.callsheet.runtime.client.error.ConfigurationException;

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

  /** The text with every occurrence of the key hidden. */
  String hiddenIn(String text) {
    return text.replace(key, HIDDEN);
  }

  /** Never the key. */
  @Override
  public String toString() {
    return HIDDEN;
  }
}
