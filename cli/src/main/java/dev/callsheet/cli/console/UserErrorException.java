package dev.callsheet.cli.console;

/**
 * Something that the user can put right: an argument, a file, a key, a connection. Its message says
 * what is wrong and what would be right; it is shown as it is, without a stack trace.
 */
public final class UserErrorException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** An error with this message. */
  public UserErrorException(String message) {
    super(message);
  }

  /** An error with this message, found by another exception. */
  public UserErrorException(String message, Throwable cause) {
    super(message, cause);
  }
}
