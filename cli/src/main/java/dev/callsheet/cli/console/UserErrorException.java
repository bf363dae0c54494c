package dev.callsheet.cli.console;

import java.util.List;

/**
 * Something that the user can put right: an argument, a file, a key, a connection. Its message says
 * what is wrong and what would be right; it is shown without a stack trace, and in one line: a file
 * name or another text in it cannot make more of it.
 */
public final class UserErrorException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final boolean hasLines;

  /** An error with this message. */
  public UserErrorException(String message) {
    super(message);
    this.hasLines = false;
  }

  /** An error with this message, found by another exception. */
  public UserErrorException(String message, Throwable cause) {
    this(message, false, cause);
  }

  private UserErrorException(String message, boolean hasLines, Throwable cause) {
    super(message, cause);
    this.hasLines = hasLines;
  }

  /** An error with the message of another exception, which is made of lines. */
  public static UserErrorException ofLines(Throwable cause) {
    return new UserErrorException(String.valueOf(cause.getMessage()), true, cause);
  }

  /** The lines of the message. */
  public List<String> lines() {
    String message = String.valueOf(getMessage());
    return hasLines ? message.lines().toList() : List.of(message);
  }
}
