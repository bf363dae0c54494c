package dev.callsheet.linter;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.NoSuchFileException;

/**
 * An input that could not be read to its end.
 *
 * @param name its name in findings
 * @param reason for people, such as {@code there is no such file}
 */
public record UnreadableInput(String name, String reason) implements LintInput {
  /** An input whose reading failed with an exception. */
  public static UnreadableInput of(String name, IOException failed) {
    if (failed instanceof NoSuchFileException) {
      return new UnreadableInput(name, "there is no such file");
    }
    if (failed instanceof AccessDeniedException) {
      return new UnreadableInput(name, "may not be read");
    }
    return new UnreadableInput(name, "could not be read: " + failed.getMessage());
  }

  /** The name and the reason, as a message for people. */
  @Override
  public String toString() {
    return name + ": " + reason;
  }
}
