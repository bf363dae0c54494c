package dev.callsheet.spark;

/** The job was called wrongly; the message says with what, and what would be right. */
final class JobInputException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  JobInputException(String message) {
    super(message);
  }
}
