package dev.callsheet.cli.request;

import dev.callsheet.cli.console.Console;
import dev.callsheet.cli.console.UserErrorException;
import dev.callsheet.spec.internal.file.FileErrors;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * A place that requests are read from.
 *
 * @param name as findings call it
 * @param file null for standard input
 */
public record RequestInput(String name, @Nullable Path file) {
  /** The file of that name; {@code -} is standard input. */
  public static RequestInput of(String argument) {
    return argument.equals("-")
        ? new RequestInput("<stdin>", null)
        : new RequestInput(argument, Path.of(argument));
  }

  /** Everything that is there. */
  public byte[] read(Console console) {
    try {
      return file == null ? console.in().readAllBytes() : Files.readAllBytes(file);
    } catch (NoSuchFileException missing) {
      throw new UserErrorException(name + ": there is no such file", missing);
    } catch (AccessDeniedException denied) {
      throw new UserErrorException(name + ": may not be read", denied);
    } catch (IOException failed) {
      throw new UserErrorException(
          name + ": could not be read: " + FileErrors.reason(failed), failed);
    }
  }
}
