package dev.callsheet.runtime.internal.transport;

import dev.callsheet.runtime.client.error.ConfigurationException;
import dev.callsheet.runtime.internal.hash.Sha256;
import java.nio.charset.StandardCharsets;

/** The key to the account. It leaves this class only inside what is sent to its platform. */
public final class ApiKey {
  private static final String REDACTED = "[key]";

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

  /** The text with the key in place of {@code {key}}: a header, or a message that needs it. */
  public String in(String template) {
    return template.replace("{key}", key);
  }

  /** The text with every occurrence of the key hidden. */
  public String redactIn(String text) {
    return text.replace(key, REDACTED);
  }

  /** A short name for the account that the key is of; the key cannot be derived from it. */
  public String accountAlias() {
    return Sha256.hex(("callsheet account " + key).getBytes(StandardCharsets.US_ASCII), 4);
  }

  /** Never the key. */
  @Override
  public String toString() {
    return REDACTED;
  }
}
