package dev.callsheet.runtime.client.error;

/** The client cannot be made: its key or its endpoint is missing or malformed. */
public final class ConfigurationException extends CallsheetException {
  private static final long serialVersionUID = 1;

  /** An exception whose message says what is wrong and what would be right. */
  public ConfigurationException(String message) {
    super(message, null);
  }
}
