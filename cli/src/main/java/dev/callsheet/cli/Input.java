package dev.callsheet.cli;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * A place that requests are read from.
 *
 * @param name as findings call it
 * @param file null for standard input
 */
record Input(String name, @Nullable Path file) {
  /** Everything that is there. */
  byte[] read(Console console) {
    try {
      return file == null ? console.in().readAllBytes() : Files.readAllBytes(file);
    } catch (AccessDeniedException denied) {
      throw new UserMistake(name + ": may not be read", denied);
    } catch (IOException failed) {
      throw new UserMistake(name + ": could not be read: " + failed.getMessage(), failed);
    }
  }
}
