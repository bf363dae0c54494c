package dev.callsheet.linter;

import dev.callsheet.runtime.internal.messages.DisplayText;
import dev.callsheet.spec.internal.file.FileErrors;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.NoSuchFileException;

/**
 * An input that could not be read to its end.
 *
 * @param name its name in findings
 * @param reason for people, such as {@code there is no such file}
 * @param isInternalError whether the reason lies with the linter, not with the input
 */
public record UnreadableInput(String name, String reason, boolean isInternalError)
    implements LintInput {
  /** An input that could not be read, for a reason that lies with the input. */
  public UnreadableInput(String name, String reason) {
    this(name, reason, false);
  }

  /** An input that the linter failed at. */
  public static UnreadableInput ofInternalError(String name, Throwable thrown) {
    return new UnreadableInput(
        name, "could not be linted, by an internal error of Callsheet: " + thrown, true);
  }

  /** An input whose reading failed with an exception. */
  public static UnreadableInput of(String name, IOException failed) {
    if (failed instanceof NoSuchFileException) {
      return new UnreadableInput(name, "there is no such file");
    }
    if (failed instanceof AccessDeniedException) {
      return new UnreadableInput(name, "may not be read");
    }
    return new UnreadableInput(name, "could not be read: " + FileErrors.reason(failed));
  }

  /** The name and the reason, as a line for people. */
  @Override
  public String toString() {
    return DisplayText.fileName(name) + ": " + DisplayText.line(reason);
  }
}
