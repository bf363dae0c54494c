package dev.callsheet.cli.console;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/** A file that is there whole or not at all: written beside its place, then moved into it. */
public record OutputFile(Path path) {
  /** Writes the text in UTF-8, in place of what is there. */
  public void write(String text) {
    try {
      Path directory = path.toAbsolutePath().getParent();
      Files.createDirectories(directory);
      Path draft = Files.createTempFile(directory, path.getFileName().toString(), ".tmp");
      try {
        Files.writeString(draft, text);
        Files.move(draft, path, StandardCopyOption.REPLACE_EXISTING);
      } finally {
        Files.deleteIfExists(draft);
      }
    } catch (IOException failed) {
      throw new UserMistake(path + ": could not be written: " + failed, failed);
    }
  }
}
